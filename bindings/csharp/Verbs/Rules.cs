// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Lists the official rules of a pack with severity, business terms and sentences, page by
        /// page.
        /// </summary>
        /// <remarks>Without pack and day: the rules in force today.</remarks>
        /// <param name="request">JSON: {"pack", "day", "limit": 1 to 1000, "cursor"}</param>
        /// <returns>JSON: {"rule_pack", "total", "rules", "next_cursor"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string RulesList(string request = null) =>
            Text(postbud_rules_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_rules_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
