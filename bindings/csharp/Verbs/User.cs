// Made from include/postbud.h: `make header` rewrites it.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    public sealed partial class Postbud
    {
        /// <summary>
        /// Gives a further user access at the exchange, through the outbox.
        /// <see cref="PostbudStatus.NotReady"/> before the company is registered;
        /// <see cref="PostbudStatus.Conflict"/>: the user is there with other data. Right:
        /// activation or exchange_admin.
        /// </summary>
        /// <param name="request">
        /// JSON: {"name", "email", "phone", "level": "admin" or "user"}
        /// </param>
        /// <returns>
        /// JSON: {"user_name", "name", "phone", "level", "state", "has_access", "has_api_key", ...}
        /// </returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string UserAdd(string request = null) =>
            Text(postbud_user_add, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_user_add(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Lists who has access at the exchange; the user of the registration comes first.
        /// </summary>
        /// <param name="request">JSON: {}</param>
        /// <returns>JSON: {"users"}</returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string UserList(string request = null) =>
            Text(postbud_user_list, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_user_list(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

        /// <summary>
        /// Takes a user's access away, through the outbox. <see cref="PostbudStatus.NotFound"/>: no
        /// such user. <see cref="PostbudStatus.Conflict"/>: the company was registered with that
        /// user. Right: activation or exchange_admin.
        /// </summary>
        /// <param name="request">JSON: {"email"}</param>
        /// <returns>JSON: as <see cref="UserAdd"/></returns>
        /// <exception cref="PostbudException">Every status but Ok.</exception>
        public string UserRemove(string request = null) =>
            Text(postbud_user_remove, request);

        [DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern int postbud_user_remove(
            PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);
    }
}
