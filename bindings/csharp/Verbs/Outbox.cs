// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Carries what is due into the folder of the configuration. Safe to be killed at any
        /// moment: nothing is lost and nothing is carried twice.
        /// <see cref="PostbudStatus.NotReady"/>: no folder is configured.
        /// </summary>
        /// <remarks>
        /// A delivery that needs a row of the store which cannot be read is set aside: it waits for
        /// repair, findings names the row and the way out, and everything else is carried. The same
        /// holds for every verb that goes through many rows: what it leaves out stands in its
        /// findings.
        /// </remarks>
        /// <param name="request">JSON: {"limit": 1 to 1000}</param>
        /// <returns>
        /// JSON: {"carried", "results": [{"delivery", "state", "files", ...}], "next_due_at",
        /// "findings"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string OutboxRun(string request = null) =>
            Text(postbud_outbox_run, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_outbox_run(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Leases deliveries to the host, which carries them itself and settles each lease. A lease
        /// that expires leaves the delivery unknown; it is never queued again by itself. What
        /// cannot be read is set aside as in <see cref="OutboxRun"/>.
        /// </summary>
        /// <param name="request">JSON: {"limit": 1 to 1000, "lease_seconds": 10 to 86400}</param>
        /// <returns>
        /// JSON: {"deliveries": [{"lease", "expires_at", "delivery", "purpose", "channel",
        /// "message", "xml", "files": [{"name", "mime", "content"}]}], "findings"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string OutboxClaim(string request = null) =>
            Text(postbud_outbox_claim, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_outbox_claim(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Settles a lease: sent, delivered, later, unknown or failed. The same answer twice
        /// changes nothing; another one is a <see cref="PostbudStatus.Conflict"/>. A failed
        /// document goes on to the next channel by itself.
        /// </summary>
        /// <param name="request">
        /// JSON: {"lease" or "delivery", "outcome", "code", "reason", "retry_at", "answer":
        /// {"api_key"}}
        /// </param>
        /// <returns>JSON: {"delivery", "state", "changed", "next_delivery"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string OutboxSettle(string request = null) =>
            Text(postbud_outbox_settle, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_outbox_settle(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Lists everything that leaves, oldest first: documents, registrations, requests,
        /// agreements.
        /// </summary>
        /// <param name="request">JSON: {"state", "limit": 1 to 1000, "cursor"}</param>
        /// <returns>JSON: {"deliveries", "next_cursor", "findings"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string OutboxList(string request = null) =>
            Text(postbud_outbox_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_outbox_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
