// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Orders the consumer (B2C) agreement: one for eFaktura and Vipps. Needs a registered
        /// Norwegian company (<see cref="PostbudStatus.Refused"/>,
        /// <see cref="PostbudStatus.NotReady"/>) and the setting b2c
        /// (<see cref="PostbudStatus.NotReady"/>). <see cref="PostbudStatus.Conflict"/>: there is
        /// one already.
        /// </summary>
        /// <param name="request">
        /// JSON: {"signer_name", "signer_email", "move", "capture": {"bank_account",
        /// "reference_position": "1-5", "kid_length": "12"}}
        /// </param>
        /// <returns>JSON: as <see cref="AgreementGet"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string AgreementOrder(string request = null) =>
            Text(postbud_agreement_order, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_agreement_order(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Ends the agreement, through the outbox; no consumer is reached through it from now on.
        /// <see cref="PostbudStatus.Invalid"/> without confirm.
        /// <see cref="PostbudStatus.Conflict"/>: there is no active agreement.
        /// </summary>
        /// <param name="request">JSON: {"confirm": true}</param>
        /// <returns>JSON: as <see cref="AgreementGet"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string AgreementDisable(string request = null) =>
            Text(postbud_agreement_disable, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_agreement_disable(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Records what the exchange said: mail_sent, signed, active (without a signature, where it
        /// works so), declined, held_elsewhere, ended, or polled when there was nothing new; or
        /// that an agreement from before 2018-12-20 is carried over.
        /// <see cref="PostbudStatus.Conflict"/>: the state does not allow it.
        /// </summary>
        /// <param name="request">
        /// JSON: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere", "ended",
        /// "polled" or "carried_over", "at", "holder", "old": "both", "efaktura" or "vipps",
        /// "without_vipps"}
        /// </param>
        /// <returns>JSON: as <see cref="AgreementGet"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string AgreementRecord(string request = null) =>
            Text(postbud_agreement_record, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_agreement_record(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Shows how far the agreement is at the moment of the call. A signed one is active one
        /// hour after the signature at the latest, and in every bank after 24 hours.
        /// </summary>
        /// <param name="request">JSON: {}</param>
        /// <returns>
        /// JSON: {"state", "status_text", "message", "visible_at", "all_banks_at", "next_poll_at",
        /// ...}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string AgreementGet(string request = null) =>
            Text(postbud_agreement_get, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_agreement_get(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
