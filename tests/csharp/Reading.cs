// What the exception says must be what the reply says: the JSON reader and what stands on it.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using PostbudNet;

internal static class Reading
{
    internal static void ValuesAreReadAsTheyAreWritten()
    {
        foreach (var pair in new Dictionary<string, string>
        {
            { "\"\"", "\"\"" }, { " \t\r\n null ", "null" }, { "[true , false]", "[true,false]" },
            { "{ }", "{}" }, { "[ ]", "[]" }, { "{\"a\":{\"a\":[{}]}}", "{\"a\":{\"a\":[{}]}}" },
            { "[0,-0,-1.5e+10,2E-3,12345678901234567890.10]",
                "[0,-0,-1.5e+10,2E-3,12345678901234567890.10]" },
            { "\"\\\"\\\\\\/\\n\\r\\t\"", "\"\\\"\\\\/\\n\\r\\t\"" },
            { "\"\\b\\f\\u0000\"", "\"\\u0008\\u000c\\u0000\"" },
            { "\"\\u00e5\\u00C5\\ud83d\\uDE00\"", "\"åÅ😀\"" },
            { "\"å😀\u007f\u2028\"", "\"å😀\u007f\u2028\"" },
            { "{\"a\":1,\"a\":2}", "{\"a\":2}" }, { Deep(128), Deep(128) },
        })
            Expect.That(JsonText.Of(Json.Read(pair.Key)) == pair.Value, pair.Key);
    }

    internal static void WhatIsNotJsonIsRefused()
    {
        foreach (var text in new[]
        {
            "", " ", "nul", "nulll", "True", "[", "]", "[1", "[1,]", "[,1]", "[1 2]", "{", "}",
            "{1:2}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "'a'", "\"", "\"\\",
            "\"\\x\"", "\"\\u\"", "\"\\u12\"", "\"\\u123g\"", "\"\t\"", "\"\0\"", "01", "-", "+1",
            "1.", ".5", "1e", "1e+", "0x1", "NaN", "١", "{} {}", "1,", "null\0", "\ufeffnull",
            "/**/1", Deep(129), Deep(100000),
        })
            Expect.Thrown<FormatException>(text, () => Json.Read(text));
    }

    internal static void AFailureIsReadFromItsOwnMembers()
    {
        var fault = new PostbudException(PostbudStatus.Conflict,
            "{\"code\":\"outer\",\"before\":{\"error\":{\"code\":\"inner\"}}, \"error\" : {"
            + "\"findings\":[{\"code\":\"c\",\"message\":\"m\",\"fix\":\"f\",\"rule\":\"r\","
            + "\"path\":\"/lines/0\",\"value\":null,\"count\":2}],"
            + "\"message\":\"S\\u00e5 \\\"nei\\\"\",\"fix\":\"Pr\\u00f8v\",\"code\":\"right\"}}");
        Expect.That(fault.Status == PostbudStatus.Conflict, "status");
        Expect.That(fault.Code == "right", fault.Code);
        Expect.That(fault.Message == "Så \"nei\"", fault.Message);
        Expect.That(fault.Fix == "Prøv", fault.Fix);
        var finding = fault.Findings.Single();
        Expect.That(finding.Rule == "r" && finding.Path == "/lines/0", finding.ToString());
        Expect.That(finding.Value == null && finding.Count == 2, finding.ToString());
        foreach (var part in new[] { "Conflict", "right", "Prøv", "/lines/0" })
            Expect.That(fault.ToString().Contains(part), "a log would not show " + part);
    }

    internal static void AReplyThatIsNoFailureIsSurvived()
    {
        foreach (var reply in new[] { null, "", "{", "[]", "7", "{}", "{\"error\":7}",
            "{\"error\":{\"code\":7,\"message\":null,\"fix\":[],\"findings\":{}}}" })
        {
            var fault = new PostbudException(PostbudStatus.Panic, reply);
            Expect.That(fault.Code == "" && fault.Fix == "" && fault.Findings.Count == 0, reply);
            Expect.That(fault.Message.Contains("Panic") && fault.Reply == reply, fault.Message);
        }
        Expect.That(new PostbudException((PostbudStatus)77, null).Message.Contains("77"), "77");
    }

    internal static void FindingsAreReadFromAnyReply()
    {
        var one = "{\"findings\":[{\"rule\":\"r\",\"count\":1e3}]}";
        Expect.That(PostbudFinding.In(one).Single().Rule == "r", one);
        Expect.That(PostbudFinding.In("{\"error\":" + one + "}").Single().Rule == "r", "error");
        Expect.That(PostbudFinding.In("{\"findings\":null}").Count == 0, "null");
        Expect.That(PostbudFinding.In("[]").Count == 0, "no object");
        Expect.Thrown<FormatException>("XML", () => PostbudFinding.In("<Invoice/>"));
        Expect.Thrown<ArgumentNullException>("null", () => PostbudFinding.In(null));
    }

    /// <summary>As a formatter does it, since not every runtime has one.</summary>
    internal static void AnExceptionCrossesApplicationDomains()
    {
        var reply = "{\"error\":{\"code\":\"c\",\"message\":\"m\",\"fix\":\"f\",\"findings\":[]}}";
        var sent = new PostbudException(PostbudStatus.Storage, reply);
        var info = new SerializationInfo(typeof(PostbudException), new FormatterConverter());
        var context = new StreamingContext(StreamingContextStates.All);
        sent.GetObjectData(info, context);
        var constructor = typeof(PostbudException).GetConstructor(
            BindingFlags.NonPublic | BindingFlags.Instance, null,
            new[] { typeof(SerializationInfo), typeof(StreamingContext) }, null);
        var received = (PostbudException)constructor.Invoke(new object[] { info, context });
        Expect.That(received.Status == sent.Status && received.Reply == reply, "status and reply");
        Expect.That(received.Message == "m" && received.Fix == "f", received.ToString());
    }

    private static string Deep(int depth)
    {
        return new string('[', depth) + new string(']', depth);
    }
}
