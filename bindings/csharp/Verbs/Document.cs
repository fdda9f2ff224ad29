// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is
        /// stored.
        /// </summary>
        /// <remarks>
        /// On <see cref="PostbudStatus.Ok"/> the reply holds the bytes of the XML, else JSON.
        /// Seller and buyer are given in full or by reference. VAT rates are checked for Norwegian
        /// and Swedish sellers; the national rules of sellers elsewhere (DK, DE, GR, IS, IT, NL)
        /// are not checked.
        /// </remarks>
        /// <param name="request">JSON: {"invoice", "seller", "buyer"}</param>
        /// <returns>the XML</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public byte[] DocumentBuild(string request = null) =>
            Bytes(postbud_document_build, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_document_build(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>Judges a finished document: the request is the XML itself, not JSON.</summary>
        /// <remarks>
        /// <see cref="PostbudStatus.Ok"/> whenever there is a verdict: {"valid", "findings",
        /// "not_evaluated", "rule_pack"}. valid is false on any fatal finding, null while anything
        /// was not judged, else true.
        /// </remarks>
        /// <param name="document">the XML</param>
        /// <returns>
        /// JSON: {"valid", "document_type", "findings", "not_evaluated", "rule_pack"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string DocumentValidate(byte[] document) =>
            Text(postbud_document_validate, document);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_document_validate(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
