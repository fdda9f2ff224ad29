// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Records what a directory said about electronic addresses: receives, not_registered or
        /// failed. A failed look-up is not a no: documents wait for it. Those that waited are
        /// decided again.
        /// </summary>
        /// <param name="request">
        /// JSON: {"entries": [{"endpoint" or "organisation_number" and "country", "answer":
        /// "receives", "not_registered" or "failed", "documents", "as_of"}]}
        /// </param>
        /// <returns>JSON: {"kept", "released"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string DirectoryPut(string request = null) =>
            Text(postbud_directory_put, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_directory_put(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
