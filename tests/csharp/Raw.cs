// The C functions called as no caller of the binding can: with handles and bytes of its own.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using PostbudNet;

internal static class Raw
{
    private const string Library = "postbud";
    private static readonly IntPtr Nowhere = IntPtr.Zero;

    [StructLayout(LayoutKind.Sequential)]
    private struct Reply
    {
        internal IntPtr Data;
        internal UIntPtr Length;
    }

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern int postbud_open(
        uint abiVersion, byte[] config, UIntPtr length, out IntPtr self, ref Reply reply);

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern int postbud_open(
        uint abiVersion, byte[] config, UIntPtr length, IntPtr self, IntPtr reply);

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern void postbud_close(IntPtr self);

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern void postbud_buffer_free(ref Reply reply);

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern void postbud_buffer_free(IntPtr reply);

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern int postbud_customer_list(
        IntPtr self, byte[] request, UIntPtr length, ref Reply reply);

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    private static extern int postbud_customer_list(
        IntPtr self, byte[] request, UIntPtr length, IntPtr reply);

    internal static void NullIsHarmlessEverywhere()
    {
        var config = Encoding.ASCII.GetBytes(Expect.InMemory);
        var size = Size(config.Length);
        Expect.That(postbud_open(1, config, size, Nowhere, Nowhere) == 1, "open without places");
        postbud_close(Nowhere);
        postbud_buffer_free(Nowhere);
        var self = Opened();
        var empty = new byte[0];
        Expect.That(Status(Nowhere, empty, 0) == 1, "no handle");
        Expect.That(Status(self, null, 5) == 1, "no request, of length 5");
        Expect.That(Status(self, null, 0) == Status(self, empty, 0), "no request");
        Expect.That(postbud_customer_list(self, empty, Size(0), Nowhere) == 1, "no reply");
        postbud_close(self);
        Expect.That(Status(self, empty, 0) == 1, "closed");
        postbud_close(self);
    }

    internal static void InventedHandlesAreMisuse()
    {
        var random = new Random(7);
        var invented = new List<long> { 1, 2, 64, 0xffff, 0x10000, -1, long.MaxValue };
        invented.AddRange(Enumerable.Range(0, 200).Select(_ => (long)(random.NextDouble() * 1e18)));
        using (var postbud = Expect.Opened())
        {
            foreach (var token in invented.Select(each => unchecked((IntPtr)each)))
            {
                Expect.That(Status(token, null, 0) == 1, token.ToString());
                postbud_close(token);
            }
            Expect.Failure("the open one", PostbudStatus.NotFound, () => postbud.CompanyGet());
        }
    }

    internal static void BytesThatAreNotUtf8()
    {
        var self = Opened();
        foreach (var bad in new[] { "ff", "c3", "c0af", "eda080", "f580", "efbbbf" })
        {
            var bytes = Encoding.ASCII.GetBytes("{\"language\":\"").ToList();
            for (var at = 0; at < bad.Length; at += 2)
                bytes.Add(Convert.ToByte(bad.Substring(at, 2), 16));
            bytes.AddRange(Encoding.ASCII.GetBytes("\"}"));
            Expect.That(Status(self, bytes.ToArray(), bytes.Count) == 2, bad);
        }
        postbud_close(self);
    }

    private static IntPtr Opened()
    {
        var config = Encoding.ASCII.GetBytes(Expect.InMemory);
        var reply = new Reply();
        var status = postbud_open(1, config, Size(config.Length), out var self, ref reply);
        postbud_buffer_free(ref reply);
        Expect.That(status == 0 && self != Nowhere, "open: status " + status);
        return self;
    }

    /// <summary>The status; the reply is freed twice, which must be harmless.</summary>
    private static int Status(IntPtr self, byte[] request, int length)
    {
        var reply = new Reply();
        var status = postbud_customer_list(self, request, Size(length), ref reply);
        Expect.That(reply.Data != IntPtr.Zero, "no reply");
        postbud_buffer_free(ref reply);
        postbud_buffer_free(ref reply);
        Expect.That(reply.Data == IntPtr.Zero && reply.Length == UIntPtr.Zero, "not emptied");
        return status;
    }

    private static UIntPtr Size(int length)
    {
        return new UIntPtr((uint)length);
    }
}
