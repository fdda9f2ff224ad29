// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Registers a company at the exchange: its data, the exchange user, the accepted terms.
        /// </summary>
        /// <remarks>
        /// All faults are reported at once, each with its field. The registration leaves through
        /// the outbox; until it has been carried the company is registering, and documents wait.
        /// The same company again gives the same answer. With draft true nothing is stored, and
        /// <see cref="PostbudStatus.Ok"/> is answered with the filled-in form and all that is wrong
        /// with it. <see cref="PostbudStatus.Invalid"/>: data, or terms not accepted.
        /// <see cref="PostbudStatus.Conflict"/>: registered with other data, or another account at
        /// the exchange holds the number. <see cref="PostbudStatus.NotReady"/>: an API key is given
        /// and the handle has no secrets_key. <see cref="PostbudStatus.Refused"/>: the role does
        /// not activate.
        /// </remarks>
        /// <param name="request">
        /// JSON: {"organisation_number", "country", "name", "address": {"street", "post_code",
        /// "place"}, "email", "phone", "bank_account", "vat_registered", "company_form", "f_tax",
        /// "activated_on", "sub_unit_of", "exchange_user": {"kind": "new", "name", "email",
        /// "phone"} or {"kind": "existing", "user_name", "api_key"}, "prefill", "terms":
        /// {"accepted", "version", "accepted_by"}, "draft"}
        /// </param>
        /// <returns>JSON: {"company", "draft", "findings"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CompanyRegister(string request = null) =>
            Text(postbud_company_register, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_company_register(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Shows the company: registration, verification, agreement, settings, and the next step.
        /// </summary>
        /// <param name="request">JSON: {}</param>
        /// <returns>
        /// JSON: the company with registration, verification, agreement, settings, modes, next_step
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CompanyGet(string request = null) =>
            Text(postbud_company_get, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_company_get(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Changes settings; what is left out stays as it is. Delivery settings (email, print,
        /// contact, sender_name, email_text, email_pdf, mark_attachments, own_pdf, print_colour,
        /// ask_consumers, ask_days, exchange_asks) are the right of exchange_admin, b2c and
        /// activation_by that of who activates, the others that of agency and company_admin;
        /// <see cref="PostbudStatus.Refused"/> says who may. Waiting documents are decided again.
        /// </summary>
        /// <param name="request">
        /// JSON: {"email", "print", "b2c", "default_buyer_reference", "mobile_field",
        /// "payment_days", "contact": {"name", "phone", "email"}, "sender_name", "email_text",
        /// "email_pdf": "attached", "merged" or "link", "mark_attachments", "own_pdf",
        /// "print_colour", "ask_consumers", "ask_days", "exchange_asks", "lookup_hours",
        /// "claim_ground", "activation_by": ["agency", ...]}
        /// </param>
        /// <returns>JSON: the settings</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string CompanyConfigure(string request = null) =>
            Text(postbud_company_configure, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_company_configure(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
