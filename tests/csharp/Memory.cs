// Many threads, a busy garbage collector and many calls: nothing is lost, kept or freed twice.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using PostbudNet;

internal static class Memory
{
    private static readonly string[,] Busy =
    {
        { "customer_put", "{\"number\":\"10\",\"name\":\"Kari Nordmann\"}" },
        { "customer_list", "{}" }, { "distribution_decide", "{}" },
        { "document_validate", "<Invoice/>" }, { "outbox_run", "{}" }, { "invoice_list", "{}" },
        { "customer_put", "{" }, { "invoice_list", "{\"limit\":1}" },
    };

    internal static void ThreadsSurviveADispose()
    {
        InAFolder(folder =>
        {
            for (var turn = 0; turn < 20; turn++)
            {
                var postbud = Postbud.Open(ConfigOf(folder, "a.db"));
                var faults = new List<string>();
                var served = 0;
                var threads = Enumerable.Range(0, Busy.GetLength(0)).Select(at => Started(() =>
                {
                    while (Served(postbud, Busy[at, 0], Busy[at, 1], faults))
                        Interlocked.Increment(ref served);
                })).ToList();
                // On two cores a thread may need a while to come to its first call.
                for (var wait = 0; Volatile.Read(ref served) == 0 && wait < 5000; wait++)
                    Thread.Sleep(1);
                Thread.Sleep(turn % 5);
                threads.Add(Started(() => Close(postbud, folder, faults)));
                Close(postbud, folder, faults);
                foreach (var thread in threads)
                    Expect.That(thread.Join(60000), "a thread hangs");
                Expect.That(faults.Count == 0, string.Join("\n", faults));
                Expect.That(served > 0, "no call came before the close, so nothing was tried");
            }
        });
    }

    private static void Close(Postbud postbud, string folder, List<string> faults)
    {
        postbud.Dispose();
        var open = OpenStores(folder);
        lock (faults) if (open > 0) faults.Add("disposed, and the store is open still");
    }

    /// <summary>False once the store is disposed; what is wrong goes into faults.</summary>
    private static bool Served(Postbud postbud, string verb, string request, List<string> faults)
    {
        try
        {
            Verbs.All[verb](postbud, Encoding.UTF8.GetBytes(request));
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        catch (PostbudException fault) when (fault.Status != PostbudStatus.Misuse
            && fault.Status != PostbudStatus.Panic)
        {
            return true;
        }
        catch (Exception fault)
        {
            // An exception that leaves a thread would end the program.
            lock (faults) faults.Add(verb + ": " + fault);
            return false;
        }
    }

    internal static void CallsSurviveTheGarbageCollector()
    {
        var done = false;
        var collector = Started(() =>
        {
            while (!Volatile.Read(ref done)) GC.Collect();
        });
        var wrong = new List<string>();
        using (var postbud = Expect.Opened())
        {
            var document = Encoding.UTF8.GetBytes("<Invoice/>");
            var expected = postbud.DocumentValidate(document);
            var threads = Enumerable.Range(0, 4).Select(_ => Started(() =>
            {
                for (var call = 0; call < 500; call++)
                {
                    // A request that nothing but the call itself holds.
                    var reply = postbud.DocumentValidate((byte[])document.Clone());
                    if (reply != expected) lock (wrong) wrong.Add(reply);
                }
            })).ToList();
            threads.ForEach(thread => thread.Join());
            Volatile.Write(ref done, true);
            collector.Join();
        }
        Expect.That(wrong.Count == 0, string.Join("\n", wrong.Take(3)));
    }

    internal static void ForgottenStoresAreClosed()
    {
        InAFolder(folder =>
        {
            // On a thread of its own, so that no register or stack slot here keeps the last one.
            Started(() =>
            {
                for (var each = 0; each < 20; each++) Postbud.Open(ConfigOf(folder, each + ".db"));
            }).Join();
            Expect.That(OpenStores(folder) >= 20, "the stores are not open");
            for (var wait = 0; OpenStores(folder) > 0 && wait < 100; wait++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                Thread.Sleep(10);
            }
            Expect.That(OpenStores(folder) == 0, OpenStores(folder) + " stores are open still");
        });
    }

    internal static void RepliesAreGivenBack()
    {
        const int calls = 100000, tolerated = 8 << 20;
        var document = Encoding.UTF8.GetBytes("<Invoice/>");
        using (var postbud = Expect.Opened())
        {
            var length = postbud.DocumentValidate(document).Length;
            Expect.That(length * calls > 4 * tolerated, "too short a reply to see a leak");
            for (var call = 0; call < calls / 10; call++) Ask(postbud, document, call);
            var before = Resident();
            for (var call = 0; call < calls; call++) Ask(postbud, document, call);
            var grown = Resident() - before;
            Expect.That(grown < tolerated, $"{grown} bytes more after {calls} calls");
        }
    }

    /// <summary>Every tenth call fails, since a failure has a reply too.</summary>
    private static void Ask(Postbud postbud, byte[] document, int call)
    {
        // Or what grows is the garbage that a runtime with much memory leaves lying about.
        if (call % 1000 == 0) GC.Collect();
        if (call % 10 != 0)
            postbud.DocumentValidate(document);
        else
            Expect.Thrown<PostbudException>("no company", () => postbud.CompanyGet());
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using (var self = Process.GetCurrentProcess()) return self.WorkingSet64;
    }

    private static Thread Started(Action run)
    {
        // In the background, so that one that hangs does not keep the program from ending.
        var thread = new Thread(() => run()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static string ConfigOf(string folder, string store)
    {
        return "{\"store\":\"" + Path.Combine(folder, store) + "\"}";
    }

    private static void InAFolder(Action<string> check)
    {
        var folder = Path.Combine(Path.GetTempPath(), "postbud-abuse-" + Guid.NewGuid());
        Directory.CreateDirectory(folder);
        try
        {
            check(folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>SQLite keeps a log beside each open store, and takes it away at last.</summary>
    private static int OpenStores(string folder)
    {
        return Directory.GetFiles(folder, "*-wal").Length;
    }
}
