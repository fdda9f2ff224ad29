// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Records what the outside world said about a consumer: eFaktura agreement, yes to all,
        /// Vipps. Documents that waited for a look-up are decided again.
        /// </summary>
        /// <param name="request">
        /// JSON: {"customer", "efaktura", "yes_to_all", "vipps", "efaktura_id", "as_of"}
        /// </param>
        /// <returns>JSON: what is known now</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string ConsumerRecord(string request = null) =>
            Text(postbud_consumer_record, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_consumer_record(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
