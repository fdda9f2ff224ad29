// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Decides without sending: for an invoice, for a customer, or for the whole customer list
        /// page by page. Every step of the order comes with its result, a stable code and a
        /// sentence; with brief only the channel and its code, so that 100,000 customers fit one
        /// call.
        /// </summary>
        /// <param name="request">
        /// JSON: {"invoice"} or {"customer", "document_type"} or {"limit", "cursor"}, "brief",
        /// "all_channels"
        /// </param>
        /// <returns>
        /// JSON: {"decisions": [{"customer", "outcome", "code", "decision": {"outcome", "channel",
        /// "shown_also_in", "trace"}, "attachments": [{"name", "channel", "action", "code"}]}],
        /// "summary", "next_cursor"}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string DistributionDecide(string request = null) =>
            Text(postbud_distribution_decide, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_distribution_decide(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
