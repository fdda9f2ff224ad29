// The C interface as C# sees it: handle, buffer, and the functions that are not verbs.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    /// <summary>Any verb of the C interface. What it puts into the reply must be freed.</summary>
    internal delegate int Verb(
        PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);

    internal static class Native
    {
        /// <summary>libpostbud.so, postbud.dll: the runtime adds what the system adds.</summary>
        internal const string Library = "postbud";

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int postbud_open(
            uint abiVersion, byte[] config, UIntPtr length, out PostbudHandle self,
            ref postbud_buffer reply);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void postbud_close(IntPtr self);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void postbud_buffer_free(ref postbud_buffer buffer);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern uint postbud_abi_version();

        /// <summary>Static text of the library, so nothing to free.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr postbud_version();
    }

    /// <summary>Bytes that belong to the library until postbud_buffer_free.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct postbud_buffer
    {
        internal IntPtr data;
        internal UIntPtr len;

        /// <summary>A copy that outlives the buffer.</summary>
        internal byte[] Copied()
        {
            var bytes = new byte[checked((int)len.ToUInt64())];
            if (bytes.Length > 0) Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
    }

    /// <summary>
    /// An open store. As a SafeHandle it outlives every call that it was passed to, and the garbage
    /// collector closes what nobody disposed.
    /// </summary>
    internal sealed class PostbudHandle : SafeHandle
    {
        private PostbudHandle() : base(IntPtr.Zero, true) { }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override void Dispose(bool disposing)
        {
            // A SafeHandle alone would close when the last call returns, behind the back of whoever
            // disposed and thinks the file free. postbud_close waits, and twice is harmless.
            if (disposing) Native.postbud_close(handle);
            base.Dispose(disposing);
        }

        protected override bool ReleaseHandle()
        {
            Native.postbud_close(handle);
            return true;
        }
    }
}
