// Reads JSON (RFC 8259) without a library, because no JSON library is part of every .NET that
// postbud runs on. The binding needs it for the replies of failed calls only.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PostbudNet
{
    /// <summary>A number as it was written, so that nothing is ever rounded.</summary>
    internal sealed class JsonNumber
    {
        internal readonly string Text;

        internal JsonNumber(string text)
        {
            Text = text;
        }
    }

    /// <summary>
    /// One reading of one text. An object becomes a Dictionary, an array a List, and the rest
    /// string, JsonNumber, bool and null. Of members with the same name the last one counts.
    /// </summary>
    internal sealed class Json
    {
        /// <summary>More than any reply has, and far from the end of any stack.</summary>
        private const int DeepestNesting = 128;

        private readonly string text;
        private int at;
        private int depth;

        private Json(string text)
        {
            this.text = text;
        }

        /// <exception cref="FormatException">It is not one JSON value and nothing else.</exception>
        internal static object Read(string text)
        {
            var json = new Json(text);
            var value = json.Value();
            json.SkipSpace();
            if (json.at < text.Length) throw json.Fault("nothing more");
            return value;
        }

        /// <summary>Null for what is not JSON, as for null.</summary>
        internal static object ReadOrNull(string text)
        {
            try
            {
                return text == null ? null : Read(text);
            }
            catch (FormatException)
            {
                return null;
            }
        }

        private object Value()
        {
            SkipSpace();
            switch (Here())
            {
                case '{': return Object();
                case '[': return Array();
                case '"': return String();
                case 't': return Word("true", true);
                case 'f': return Word("false", false);
                case 'n': return Word("null", null);
                default: return Number();
            }
        }

        private Dictionary<string, object> Object()
        {
            var members = new Dictionary<string, object>(StringComparer.Ordinal);
            Enter();
            if (!Ends('}'))
            {
                do
                {
                    SkipSpace();
                    var name = String();
                    SkipSpace();
                    Take(':');
                    members[name] = Value();
                }
                while (Continues('}'));
            }
            depth--;
            return members;
        }

        private List<object> Array()
        {
            var items = new List<object>();
            Enter();
            if (!Ends(']'))
            {
                do items.Add(Value());
                while (Continues(']'));
            }
            depth--;
            return items;
        }

        private void Enter()
        {
            at++;
            if (++depth > DeepestNesting) throw Fault("less nesting");
        }

        private bool Ends(char end)
        {
            SkipSpace();
            if (Here() != end) return false;
            at++;
            return true;
        }

        /// <summary>After an item: a comma, or the end.</summary>
        private bool Continues(char end)
        {
            if (Ends(end)) return false;
            Take(',');
            return true;
        }

        private string String()
        {
            Take('"');
            var start = at;
            while (Here() != '"' && Here() != '\\') Plain();
            if (Here() == '"') return text.Substring(start, at++ - start);
            var unescaped = new StringBuilder(text, start, at - start, 2 * (at - start) + 16);
            while (Here() != '"') unescaped.Append(Here() == '\\' ? Escaped() : Plain());
            at++;
            return unescaped.ToString();
        }

        private char Plain()
        {
            if (Here() < ' ') throw Fault("a closing quote");
            return text[at++];
        }

        private char Escaped()
        {
            at++;
            var sign = Here();
            at++;
            switch (sign)
            {
                case '"': case '\\': case '/': return sign;
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u': return Unit();
                default: throw Fault("an escape that JSON knows");
            }
        }

        /// <summary>
        /// Four digits are one UTF-16 unit, and so is a char: pairs join by themselves.
        /// </summary>
        private char Unit()
        {
            var unit = 0;
            for (var end = at + 4; at < end; at++)
            {
                var digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(Here()));
                if (digit < 0) throw Fault("four hexadecimal digits");
                unit = unit * 16 + digit;
            }
            return (char)unit;
        }

        private object Word(string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Fault(word);
            at += word.Length;
            return value;
        }

        private JsonNumber Number()
        {
            var start = at;
            if (Here() == '-') at++;
            if (Here() == '0') at++;
            else Digits();
            if (Here() == '.')
            {
                at++;
                Digits();
            }
            if (Here() == 'e' || Here() == 'E')
            {
                at++;
                if (Here() == '+' || Here() == '-') at++;
                Digits();
            }
            return new JsonNumber(text.Substring(start, at - start));
        }

        private void Digits()
        {
            if (!IsDigit(Here())) throw Fault("a value");
            while (IsDigit(Here())) at++;
        }

        /// <summary>char.IsDigit would take the digits of every script.</summary>
        private static bool IsDigit(char sign)
        {
            return sign >= '0' && sign <= '9';
        }

        /// <summary>The sign at hand. NUL is the end too: it is allowed nowhere in JSON.</summary>
        private char Here()
        {
            return at < text.Length ? text[at] : '\0';
        }

        private void SkipSpace()
        {
            while (Here() == ' ' || Here() == '\t' || Here() == '\n' || Here() == '\r') at++;
        }

        private void Take(char wanted)
        {
            if (Here() != wanted) throw Fault($"'{wanted}'");
            at++;
        }

        private FormatException Fault(string wanted)
        {
            return new FormatException($"JSON wants {wanted} at position {at}.");
        }
    }

    /// <summary>The members of a JSON value; one that is no object has none.</summary>
    internal struct Members
    {
        private readonly Dictionary<string, object> members;

        internal Members(object value)
        {
            members = value as Dictionary<string, object>;
        }

        internal object Value(string name)
        {
            object value = null;
            if (members != null) members.TryGetValue(name, out value);
            return value;
        }

        internal string Text(string name)
        {
            return Value(name) as string;
        }

        internal List<object> List(string name)
        {
            return Value(name) as List<object> ?? new List<object>();
        }

        /// <summary>0 for what is no whole number.</summary>
        internal long Number(string name)
        {
            long.TryParse((Value(name) as JsonNumber)?.Text, NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out var number);
            return number;
        }
    }
}
