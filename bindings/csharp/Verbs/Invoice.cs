// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Sends an invoice or credit note: decided, built, checked, stored and queued in one
        /// transaction.
        /// </summary>
        /// <remarks>
        /// Before registration or verification it is stored all the same and waits (waiting_for).
        /// The same number with the same content replays the earlier answer (replayed true); with
        /// other content it is a <see cref="PostbudStatus.Conflict"/>.
        /// <see cref="PostbudStatus.Invalid"/>: every finding at once, or no channel reaches the
        /// customer. <see cref="PostbudStatus.Refused"/>: a claim that may not be made against a
        /// consumer. A finished BIS Billing 3.0 document is judged and carried unchanged.
        /// </remarks>
        /// <param name="request">
        /// JSON: {"invoice": {"type", "number", "issue_date", "customer", "lines": [{"name",
        /// "quantity", "unit", "price", "vat": {"rate", "category"}}], "attachments": [{"name",
        /// "content" in base64 or "uri", "send", "required", "image"}], "claim": {"ground",
        /// "consented"}, "distribution": {"force", "forbid", "order", "email_text", "email"}, ...}}
        /// or {"document": {"xml", "customer", "claim", "distribution", "host_key"}}
        /// </param>
        /// <returns>
        /// JSON: {"id", "delivery", "state", "channel", "waiting_for", "waiting_until",
        /// "next_step", "decision", "totals", "attachments": [{"name", "sent_as", "action": embed,
        /// merge, link or drop, "code", "message"}], "findings", "replayed"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceSend(string request = null) =>
            Text(postbud_invoice_send, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_send(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Sends many documents in one transaction, with one result for each. A refused document
        /// does not hold up the others; a store that fails keeps none.
        /// </summary>
        /// <param name="request">
        /// JSON: {"invoices": [as <see cref="InvoiceSend"/>, at most 10,000]}
        /// </param>
        /// <returns>JSON: {"sent", "refused", "results": [{"status", "sent" or "error"}]}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceSendBatch(string request = null) =>
            Text(postbud_invoice_send_batch, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_send_batch(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Sends a document again on purpose: decided anew, as a new round.
        /// <see cref="PostbudStatus.Conflict"/>: it is still on its way, or a carrier has it.
        /// <see cref="PostbudStatus.Invalid"/>: no channel is possible.
        /// </summary>
        /// <param name="request">
        /// JSON: {"number", "type"} or {"id"}, and "distribution": {"force", "forbid", "order",
        /// "email_text", "email"}
        /// </param>
        /// <returns>
        /// JSON: {"id", "round", "delivery", "state", "channel", "waiting_for", "decision", ...}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceResend(string request = null) =>
            Text(postbud_invoice_resend, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_resend(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Sends a document another way, by this channel only: instead of the way it waits for, or
        /// again after it has left. <see cref="PostbudStatus.Conflict"/>: a carrier has it.
        /// <see cref="PostbudStatus.Invalid"/>: the channel is not possible.
        /// </summary>
        /// <param name="request">JSON: {"number", "type"} or {"id"}, "channel", "email"</param>
        /// <returns>JSON: as <see cref="InvoiceResend"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceReroute(string request = null) =>
            Text(postbud_invoice_reroute, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_reroute(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Calls a document off before a carrier has it. <see cref="PostbudStatus.Conflict"/>: it
        /// has left, or a carrier has it. Its number stays used; <see cref="InvoiceResend"/> sends
        /// it after all. A document that cannot be read can be called off, too.
        /// </summary>
        /// <param name="request">JSON: {"number", "type"} or {"id"}</param>
        /// <returns>JSON: the document in short</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceCancel(string request = null) =>
            Text(postbud_invoice_cancel, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_cancel(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Shows where a document stands: deliveries, decision, and every step with its time.
        /// </summary>
        /// <param name="request">JSON: {"number", "type"} or {"id"}</param>
        /// <returns>JSON: {"invoice", "decision", "deliveries", "history"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceGet(string request = null) =>
            Text(postbud_invoice_get, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_get(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Lists the documents in the order of sending, or with changes true every step since a
        /// cursor.
        /// </summary>
        /// <param name="request">JSON: {"customer", "state", "changes", "limit", "cursor"}</param>
        /// <returns>JSON: {"invoices", "changes", "next_cursor"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string InvoiceList(string request = null) =>
            Text(postbud_invoice_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_invoice_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
