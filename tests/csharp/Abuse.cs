// What no host should do, and some do: each must end in an exception, never in a crash or a hang.
//
//   Abuse      exit 0: all passed, 1: a failure
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using PostbudNet;

internal static class Program
{
    private static readonly List<Action> Checks = new List<Action>
    {
        Reading.ValuesAreReadAsTheyAreWritten, Reading.WhatIsNotJsonIsRefused,
        Reading.AFailureIsReadFromItsOwnMembers, Reading.AReplyThatIsNoFailureIsSurvived,
        Reading.AnExceptionCrossesApplicationDomains, Reading.FindingsAreReadFromAnyReply,
        Abuse.ADisposedStoreAnswersNoVerb, Abuse.EveryDeclaredVerbIsInTheLibrary,
        Abuse.NothingAndEmptyAreTheEmptyRequest, Abuse.TextThatIsNoJsonIsInvalid,
        Abuse.HalfASurrogatePairNeverLeavesTheBinding, Abuse.GarbageIsNeverAValidDocument,
        Abuse.AConfigThatCannotBeIsRefused, Abuse.TwoStoresAreApart,
        Raw.NullIsHarmlessEverywhere, Raw.InventedHandlesAreMisuse, Raw.BytesThatAreNotUtf8,
        Memory.ThreadsSurviveADispose, Memory.CallsSurviveTheGarbageCollector,
        Memory.ForgottenStoresAreClosed, Memory.RepliesAreGivenBack,
    };

    private static int Main()
    {
        var failed = 0;
        foreach (var check in Checks)
        {
            var says = Verbs.Snake(check.Method.Name).Replace('_', ' ');
            // A call that hangs ends the run.
            using (new Timer(_ => Environment.Exit(1), null, 300000, Timeout.Infinite))
            {
                try
                {
                    check();
                    Console.WriteLine("ok - abuse : " + says);
                }
                catch (Exception fault)
                {
                    failed++;
                    Console.WriteLine($"not ok - abuse : {says}\n    {fault}");
                }
            }
        }
        Console.WriteLine($"{Checks.Count - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}

/// <summary>What every check needs.</summary>
internal static class Expect
{
    internal const string InMemory = "{\"store\":\":memory:\"}";

    internal static Postbud Opened()
    {
        return Postbud.Open(InMemory);
    }

    internal static void That(bool good, string otherwise)
    {
        if (!good) throw new Exception(otherwise);
    }

    internal static T Thrown<T>(string what, Action call) where T : Exception
    {
        try
        {
            call();
        }
        catch (T fault)
        {
            return fault;
        }
        throw new Exception($"{what}: no {typeof(T).Name}");
    }

    /// <summary>The failure of a call: of that status, and with code and sentences.</summary>
    internal static PostbudException Failure(string what, PostbudStatus status, Action call)
    {
        var fault = Thrown<PostbudException>(what, call);
        That(fault.Status == status, $"{what}: {fault.Status}, not {status}: {fault.Reply}");
        That(fault.Code != "" && fault.Message != "" && fault.Fix != "", what + " says too little");
        return fault;
    }
}

internal static class Abuse
{
    private static IEnumerable<KeyValuePair<string, VerbMethod>> JsonVerbs
    {
        get { return Verbs.All.Where(verb => verb.Key != "document_validate"); }
    }

    internal static void ADisposedStoreAnswersNoVerb()
    {
        var postbud = Expect.Opened();
        postbud.Dispose();
        postbud.Dispose();
        foreach (var verb in Verbs.All)
            Expect.Thrown<ObjectDisposedException>(verb.Key, () => verb.Value(postbud, null));
        postbud.Dispose();
    }

    internal static void EveryDeclaredVerbIsInTheLibrary()
    {
        Marshal.PrelinkAll(typeof(Postbud));
        Expect.That(Verbs.All.Count >= 24, $"{Verbs.All.Count} verbs only");
        Expect.That(Postbud.LibraryVersion.Split('.').Length == 3, Postbud.LibraryVersion);
    }

    internal static void NothingAndEmptyAreTheEmptyRequest()
    {
        using (var postbud = Expect.Opened())
        {
            foreach (var verb in JsonVerbs)
            {
                var said = new[] { null, "", "{}" }
                    .Select(text => Said(postbud, verb.Value, text)).Distinct().ToList();
                Expect.That(said.Count == 1, verb.Key + ": " + string.Join("\n", said));
            }
        }
    }

    internal static void TextThatIsNoJsonIsInvalid()
    {
        var deep = new string('[', 100000);
        var bad = new[] { "{", "[]", "{}\0", "\0", "{\"language\":\"a\0b\"}", "{} x", deep };
        using (var postbud = Expect.Opened())
        {
            foreach (var verb in JsonVerbs)
                foreach (var text in bad)
                    Expect.Failure(verb.Key, PostbudStatus.Invalid,
                        () => verb.Value(postbud, Encoding.UTF8.GetBytes(text)));
            Expect.Failure("20 megabytes", PostbudStatus.Invalid,
                () => postbud.CustomerPut("{\"company\":\"" + new string('å', 10000000)));
            var fault = Expect.Failure("an unknown field", PostbudStatus.Invalid,
                () => postbud.CustomerPut("{\"surprise\":1}"));
            Expect.That(fault.Findings.Any(finding => finding.Path == "/surprise"), fault.Reply);
        }
    }

    internal static void HalfASurrogatePairNeverLeavesTheBinding()
    {
        using (var postbud = Expect.Opened())
        {
            foreach (var half in new[] { "\ud83d", "\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
            {
                var fault = Expect.Thrown<ArgumentException>("CustomerPut",
                    () => postbud.CustomerPut("{\"name\":\"😀" + half + "\"}"));
                Expect.That(fault.Message.Contains("position 11"), fault.Message);
                Expect.That(fault.ParamName == "request", fault.ParamName);
            }
            Expect.Thrown<ArgumentException>("bytes", () => postbud.DocumentBuild("\ud83d"));
            Expect.Thrown<ArgumentException>("config", () => Postbud.Open("{\"a\":\"\udc00\"}"));
            var name = "😀 Ærlig Ålesund, naïve 漢字";
            Expect.Failure("whole pairs", PostbudStatus.Invalid,
                () => postbud.CustomerPut("{\"" + name + "\":1}"));
        }
    }

    internal static void GarbageIsNeverAValidDocument()
    {
        var laughs = Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \""
            + string.Concat(Enumerable.Repeat($"&l{i - 1};", 9)) + "\">");
        var bomb = "<!DOCTYPE a [<!ENTITY l0 \"lol\">" + string.Concat(laughs) + "]><a>&l9;</a>";
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        var deep = string.Concat(Enumerable.Repeat("<a>", 100000));
        var documents = new[] { "\0", "<", bomb, deep }.Select(Encoding.UTF8.GetBytes)
            .Concat(new[] { null, new byte[0], noise, new byte[20000000] });
        using (var postbud = Expect.Opened())
        {
            foreach (var document in documents)
            {
                var reply = Said(() => postbud.DocumentValidate(document));
                Expect.That(!reply.Contains("\"valid\":true"), reply);
                Expect.That(reply.Length < 1000000, "a reply of more than a million characters");
            }
        }
    }

    internal static void AConfigThatCannotBeIsRefused()
    {
        foreach (var config in new[] { null, "", "{", "[]", "{\"store\":7}", "{} {}",
            "{\"store\":\":memory:\",\"surprise\":1}" })
            Expect.Failure(config ?? "null", PostbudStatus.Invalid, () => Postbud.Open(config));
        Expect.Failure("a folder", PostbudStatus.Storage, () => Postbud.Open("{\"store\":\"/\"}"));
    }

    internal static void TwoStoresAreApart()
    {
        var one = Expect.Opened();
        using (var two = Expect.Opened())
        {
            one.Dispose();
            Expect.Thrown<ObjectDisposedException>("one", () => one.CompanyGet());
            Expect.Failure("two", PostbudStatus.NotFound, () => two.CompanyGet());
        }
    }

    private static string Said(Postbud postbud, VerbMethod verb, string request)
    {
        var bytes = request == null ? null : Encoding.UTF8.GetBytes(request);
        return Said(() => Encoding.UTF8.GetString(verb(postbud, bytes)));
    }

    private static string Said(Func<string> call)
    {
        try
        {
            return call();
        }
        catch (PostbudException fault)
        {
            return fault.Status + fault.Reply;
        }
    }
}
