// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Lists what has to be looked up before waiting documents can go on: addresses of
        /// businesses, to be answered with <see cref="DirectoryPut"/>, and consumers, to be
        /// answered with <see cref="ConsumerRecord"/>.
        /// </summary>
        /// <param name="request">JSON: {}</param>
        /// <returns>
        /// JSON: {"lookups": [{"kind", "customer", "endpoint", "mobile", "documents", ...}]}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string LookupList(string request = null) =>
            Text(postbud_lookup_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_lookup_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
