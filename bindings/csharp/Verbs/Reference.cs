// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Makes a KID, OCR reference, account number, IBAN, organisation number or VAT number.
        /// </summary>
        /// <remarks>
        /// A KID of the company's agreement capture needs its parts only: length and position of
        /// the customer are known.
        /// </remarks>
        /// <param name="request">
        /// JSON: {"kind": "kid", "parts": {"customer_number", "payment_type", "invoice_number"} or
        /// "digits", "modulus": 10 or 11, "length", "customer_position": "1-5",
        /// "payment_type_position", "level", "country", "card_type", "creditor_number"}
        /// </param>
        /// <returns>JSON: {"kind", "value", "print", "check_digit", "parts"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string ReferenceMake(string request = null) =>
            Text(postbud_reference_make, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_reference_make(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Checks such a value, and shows how it is written and what it is made of.
        /// </summary>
        /// <remarks>
        /// A wrong value is <see cref="PostbudStatus.Ok"/> with "valid": false and a finding.
        /// Without kind, all that fit are listed.
        /// </remarks>
        /// <param name="request">
        /// JSON: {"kind", "value", "modulus": 10 or 11, "length" or "lengths", "customer_position",
        /// "level": "none", "soft", "hard", "length_digit" or "fixed_length", "country"}
        /// </param>
        /// <returns>
        /// JSON: {"valid", "kind", "normal", "print", "check_digit", "parts", "findings", "guess"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string ReferenceCheck(string request = null) =>
            Text(postbud_reference_check, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_reference_check(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
