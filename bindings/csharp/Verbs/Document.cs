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
        /// and Swedish sellers. A document with rarer terms, or of a seller elsewhere, is judged by
        /// the official rules before it is answered.
        /// </remarks>
        /// <param name="request">JSON: {"invoice", "seller", "buyer"}</param>
        /// <returns>the XML</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public byte[] DocumentBuild(string request = null) =>
            Bytes(postbud_document_build, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_document_build(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>Reads a finished document back into the data that builds it.</summary>
        /// <remarks>
        /// Any invoice or credit note of BIS Billing 3.0: invoice, seller and buyer of the reply
        /// are a request of <see cref="DocumentBuild"/>, which writes the same content again. What
        /// has no business term is kept in invoice.other, put back when it is built, and named in
        /// findings. The document is not judged here.
        /// </remarks>
        /// <param name="request">JSON: {"document"}</param>
        /// <returns>
        /// JSON: {"document_type", "invoice", "seller", "buyer", "totals", "findings"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string DocumentRead(string request = null) =>
            Text(postbud_document_read, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_document_read(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>Judges a finished document: the request is the XML itself, not JSON.</summary>
        /// <remarks>
        /// By the UBL 2.1 schema, EN 16931 and Peppol BIS Billing 3.0 (or self-billing, if the
        /// document says so) in the releases in force today. <see cref="PostbudStatus.Ok"/>
        /// whenever there is a verdict. valid is false on any fatal finding, null while anything
        /// was not judged, else true.
        /// </remarks>
        /// <param name="document">the XML</param>
        /// <returns>
        /// JSON: {"valid", "document_type", "findings", "evaluated", "not_evaluated", "rule_pack",
        /// ...}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string DocumentValidate(byte[] document) =>
            Text(postbud_document_validate, document);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_document_validate(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Judges a finished document by the rules of another day, or by a pack that is named.
        /// </summary>
        /// <remarks>
        /// The document is the XML as text. Without pack and day: as
        /// <see cref="DocumentValidate"/>.
        /// </remarks>
        /// <param name="request">
        /// JSON: {"document", "pack": "3.0.20", "3.0.21" or "self-billing 3.0.2", or "day"}
        /// </param>
        /// <returns>JSON: as <see cref="DocumentValidate"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string DocumentValidateAs(string request = null) =>
            Text(postbud_document_validate_as, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_document_validate_as(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
