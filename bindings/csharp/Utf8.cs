// Text on its way to the library and back: UTF-8, where nothing is ever replaced in silence.
using System;
using System.Text;

namespace PostbudNet
{
    internal static class Utf8
    {
        private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

        /// <summary>The bytes of a request; null stays null, which is no request.</summary>
        internal static byte[] Bytes(string text, string argument)
        {
            if (text == null) return null;
            var at = LoneSurrogate(text);
            if (at < 0) return Strict.GetBytes(text);
            throw new ArgumentException(
                $"Half a surrogate pair (U+{(int)text[at]:X4}) stands at position {at}, which no "
                + "UTF-8 can hold. Look for text that was cut in the middle of a character.",
                argument);
        }

        /// <summary>The text of a reply. The library writes UTF-8 and nothing else.</summary>
        internal static string Text(byte[] bytes)
        {
            return Strict.GetString(bytes);
        }

        /// <summary>
        /// Where one stands, or -1. The encoder would refuse it too, but the runtimes do not agree
        /// on what its exception tells.
        /// </summary>
        private static int LoneSurrogate(string text)
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (!char.IsSurrogate(text[at])) continue;
                if (!char.IsSurrogatePair(text, at)) return at;
                at++;
            }
            return -1;
        }
    }
}
