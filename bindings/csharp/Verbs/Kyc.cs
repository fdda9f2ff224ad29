// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Asks a signer to verify the company (know your customer). Asking again replaces the open
        /// request. <see cref="PostbudStatus.Conflict"/>: already signed.
        /// </summary>
        /// <param name="request">JSON: {"signer_email", "locale"}</param>
        /// <returns>JSON: as <see cref="KycGet"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string KycRequest(string request = null) =>
            Text(postbud_kyc_request, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_kyc_request(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Records what the exchange said about the verification: sent, forwarded (to another
        /// signer), signed or canceled. A signature lets everything go that waited for it.
        /// </summary>
        /// <param name="request">
        /// JSON: {"event": "sent", "forwarded", "signed" or "canceled", "signer_email", "at"}
        /// </param>
        /// <returns>JSON: as <see cref="KycGet"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string KycRecord(string request = null) =>
            Text(postbud_kyc_record, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_kyc_record(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Shows how far the verification is. Companies activated before 2022-07-01 are exempt.
        /// </summary>
        /// <param name="request">JSON: {}</param>
        /// <returns>
        /// JSON: {"state", "company_state", "may_send", "signer_email", "signed_at", ...}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string KycGet(string request = null) =>
            Text(postbud_kyc_get, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_kyc_get(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
