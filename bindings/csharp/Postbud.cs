// postbud for C#: the C interface with ownership and exceptions; nothing beyond the BCL is needed.
// The verbs stand in the folder Verbs, one file a noun.
//
// The namespace is PostbudNet because C# lets no class be used by its short name inside or below a
// namespace of the same name.
using System;
using System.Runtime.InteropServices;

namespace PostbudNet
{
    /// <summary>An open store: companies, customers, documents and the outbox.</summary>
    /// <remarks>
    /// <para>
    /// Each verb takes its request as JSON text and returns the reply as JSON text; documents are
    /// XML bytes. <c>postbud.schema.json</c> has every field. A request that is null or empty is
    /// the same as <c>{}</c>. Amounts, dates and ids are strings. Every request may carry
    /// <c>company</c>, <c>actor</c>, <c>now</c> and <c>language</c> beside its own fields.
    /// </para>
    /// <para>
    /// Every status but Ok is thrown as <see cref="PostbudException"/>, and such a call has changed
    /// nothing (what <see cref="OutboxRun"/> had carried by then stays carried). Text with half a
    /// surrogate pair in it is an <see cref="ArgumentException"/>; a verb after
    /// <see cref="Dispose"/> is an <see cref="ObjectDisposedException"/>.
    /// </para>
    /// <para>Any thread may call anything at any time, Dispose too.</para>
    /// </remarks>
    public sealed partial class Postbud : IDisposable
    {
        /// <summary>The version of the C interface that this class was written for.</summary>
        public const int AbiVersion = 1;

        private readonly PostbudHandle handle;
        private readonly object closing = new object();
        private volatile bool disposed;

        private Postbud(PostbudHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>The version of the native library, such as "0.1.0".</summary>
        /// <exception cref="DllNotFoundException">There is no native library.</exception>
        public static string LibraryVersion
        {
            get
            {
                FindLibrary();
                return Marshal.PtrToStringAnsi(Native.postbud_version());
            }
        }

        /// <summary>Opens a store; the file is created when it is not there.</summary>
        /// <param name="config">
        /// JSON: <c>{"store": "path.db" or ":memory:", "secrets_key": 64 hex digits, "folder":
        /// "path", "allow_now": false, "language": "en"}</c>; only store is mandatory.
        /// </param>
        /// <returns>The open store. Dispose it.</returns>
        /// <exception cref="PostbudException">
        /// <see cref="PostbudStatus.Misuse"/>: the native library is of another ABI version.
        /// <see cref="PostbudStatus.Invalid"/>: the config.
        /// <see cref="PostbudStatus.Storage"/>: the file cannot be used, belongs to another
        /// program, or was written by a newer postbud.
        /// </exception>
        /// <exception cref="DllNotFoundException">There is no native library.</exception>
        /// <exception cref="ArgumentException">Half a surrogate pair in the config.</exception>
        public static Postbud Open(string config)
        {
            var bytes = Utf8.Bytes(config, nameof(config));
            FindLibrary();
            var reply = new postbud_buffer();
            PostbudHandle handle = null;
            try
            {
                var status = Native.postbud_open(
                    AbiVersion, bytes, Length(bytes), out handle, ref reply);
                Check(status, reply);
                return new Postbud(handle);
            }
            catch
            {
                if (handle != null) handle.Dispose();
                throw;
            }
            finally
            {
                Native.postbud_buffer_free(ref reply);
            }
        }

        /// <summary>
        /// Closes the store. Calls that have begun are waited for; later ones throw
        /// <see cref="ObjectDisposedException"/>. Twice is harmless.
        /// </summary>
        public void Dispose()
        {
            disposed = true;
            // Whoever disposes second waits too, so that the file is free for each of them.
            lock (closing) handle.Dispose();
        }

        private string Text(Verb verb, string request)
        {
            return Text(verb, Utf8.Bytes(request, nameof(request)));
        }

        private string Text(Verb verb, byte[] request)
        {
            return Utf8.Text(Bytes(verb, request));
        }

        private byte[] Bytes(Verb verb, string request)
        {
            return Bytes(verb, Utf8.Bytes(request, nameof(request)));
        }

        private byte[] Bytes(Verb verb, byte[] request)
        {
            if (disposed) throw new ObjectDisposedException(nameof(Postbud));
            var reply = new postbud_buffer();
            // Freed whatever happens in between, an aborted thread and a lack of memory too.
            try
            {
                var status = verb(handle, request, Length(request), ref reply);
                // Dispose came between the look and the call: then the library found no handle.
                if (disposed && status == (int)PostbudStatus.Misuse)
                    throw new ObjectDisposedException(nameof(Postbud));
                Check(status, reply);
                return reply.Copied();
            }
            finally
            {
                Native.postbud_buffer_free(ref reply);
            }
        }

        private static void Check(int status, postbud_buffer reply)
        {
            if (status == (int)PostbudStatus.Ok) return;
            throw new PostbudException((PostbudStatus)status, Utf8.Text(reply.Copied()));
        }

        private static UIntPtr Length(byte[] bytes)
        {
            return new UIntPtr(bytes == null ? 0u : (uint)bytes.Length);
        }

        /// <summary>Of a missing library the runtimes say little; this says what to do.</summary>
        private static void FindLibrary()
        {
            try
            {
                Native.postbud_abi_version();
            }
            catch (DllNotFoundException fault)
            {
                throw new DllNotFoundException(
                    "The native library of postbud was not found. Put libpostbud.so (on Windows "
                    + "postbud.dll, of the bitness of the process) beside the program.", fault);
            }
        }
    }
}
