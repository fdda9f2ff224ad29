// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Adds a class of customers, or replaces what new customers inherit from it. Customers who
        /// are there already stay as they are.
        /// </summary>
        /// <param name="request">
        /// JSON: {"name", "mode", "efaktura", "omit_pdf", "first_attachment_is_image"}
        /// </param>
        /// <returns>JSON: the class</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CustomerClassPut(string request = null) =>
            Text(postbud_customer_class_put, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_customer_class_put(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>Lists the classes of customers.</summary>
        /// <param name="request">JSON: {}</param>
        /// <returns>JSON: {"classes"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CustomerClassList(string request = null) =>
            Text(postbud_customer_class_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_customer_class_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Adds a customer or replaces his card. What his distribution mode needs is checked now,
        /// not when an invoice fails. <see cref="PostbudStatus.NotReady"/>: automatic or electronic
        /// before the company is registered.
        /// </summary>
        /// <param name="request">
        /// JSON: {"number", "name", "kind": "business" or "private", "organisation_number",
        /// "vat_number", "address", "mobile", "phones", "email", "endpoint": {"scheme", "id"},
        /// "buyer_reference", "class", "mode": "automatic", "electronic", "email", "print" or
        /// "self", "efaktura", "omit_pdf", "first_attachment_is_image", "host_key", ...}
        /// </param>
        /// <returns>JSON: {"customer", "findings"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CustomerPut(string request = null) =>
            Text(postbud_customer_put, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_customer_put(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>Shows a customer, with what is known of a consumer.</summary>
        /// <param name="request">JSON: {"number"}</param>
        /// <returns>JSON: the customer, with what is known of a consumer</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CustomerGet(string request = null) =>
            Text(postbud_customer_get, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_customer_get(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>Lists the customers, page by page in order of their numbers.</summary>
        /// <param name="request">JSON: {"limit": 1 to 1000, "cursor"}</param>
        /// <returns>JSON: {"customers", "next_cursor"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CustomerList(string request = null) =>
            Text(postbud_customer_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_customer_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
