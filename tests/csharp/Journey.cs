// Runs the scripts in tests/journeys through the C# binding, as a host written in C# would.
//
//   Journey FILE.json...      exit 0: all passed, 1: something failed, 2: called wrongly
//
// The runners of all bindings give a script the same meaning. A member that the runner does not
// know is a failure, so that no expectation is skipped in silence. So is a call without a time:
// `now` in its request, or at_any_time (see the runner in C). Every call goes through the public
// method of its verb.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using PostbudNet;

internal static class Program
{
    private static int Main(string[] files)
    {
        if (files.Length == 0 || files[0].StartsWith("-", StringComparison.Ordinal))
        {
            Console.Error.WriteLine("usage: Journey FILE.json...");
            return 2;
        }
        Console.OutputEncoding = new UTF8Encoding(false);
        int passed = 0, failed = 0;
        foreach (var file in files)
        {
            foreach (var told in Journey.Run(file))
            {
                var good = told.Why.Count == 0;
                var name = Path.GetFileNameWithoutExtension(file);
                Console.WriteLine($"{(good ? "ok" : "not ok")} - {name} : {told.Says}");
                foreach (var line in told.Why.SelectMany(reason => reason.Split('\n')))
                    Console.WriteLine("    " + line);
                if (good) passed++;
                else failed++;
            }
        }
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}

/// <summary>A step's sentence, and what is wrong with the step.</summary>
internal sealed class Told
{
    internal readonly string Says;
    internal readonly List<string> Why;

    internal Told(string says, List<string> why)
    {
        Says = says;
        Why = why;
    }
}

/// <summary>The step itself is wrong.</summary>
internal sealed class UnusableException : Exception
{
    internal UnusableException(string message) : base(message) { }
}

internal sealed class Journey
{
    private const string JourneyMembers = " says config steps ";
    private const string StepMembers =
        " says verb at_any_time request request_text request_kept status reply reply_contains"
        + " keep keep_bytes ";

    private static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

    private readonly object config;
    private readonly Dictionary<string, object> kept = new Dictionary<string, object>();
    private Postbud postbud;

    private Journey(object config, string folder)
    {
        this.config = config;
        kept["dir"] = folder;
    }

    internal static IEnumerable<Told> Run(string file)
    {
        var script = Read(file) as Dictionary<string, object>;
        var steps = script.At("steps") as List<object>;
        if (!(script.At("says") is string) || steps == null || steps.Count == 0
            || !(script.At("config") is Dictionary<string, object>))
        {
            var why = $"{file} is not a JSON file with says, config and steps";
            yield return new Told("opens", new List<string> { why });
            yield break;
        }
        var folder = Path.Combine(Path.GetTempPath(), "postbud-journey-" + Guid.NewGuid());
        Directory.CreateDirectory(folder);
        var journey = new Journey(script["config"], folder);
        try
        {
            var why = Unknown(script, JourneyMembers);
            why.AddRange(journey.Open());
            if (why.Count > 0) yield return new Told("opens", why);
            foreach (var item in steps)
            {
                var step = item as Dictionary<string, object> ?? new Dictionary<string, object>();
                yield return new Told(step.At("says") as string ?? "?", journey.Step(step));
            }
        }
        finally
        {
            journey.Close();
            Directory.Delete(folder, true);
        }
    }

    private static object Read(string file)
    {
        try
        {
            return Json.Read(Utf8.GetString(File.ReadAllBytes(file)));
        }
        catch (Exception fault) when (fault is IOException || fault is ArgumentException
            || fault is FormatException || fault is UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Close()
    {
        if (postbud != null) postbud.Dispose();
        postbud = null;
    }

    /// <summary>Opens the store; what is wrong, if it does not.</summary>
    private List<string> Open()
    {
        var why = new List<string>();
        Close();
        try
        {
            postbud = Postbud.Open(JsonText.Of(Expanded(config)));
        }
        catch (PostbudException fault)
        {
            why.Add("expected OK");
            why.Add($"got {Name(fault.Status)} {fault.Reply}");
        }
        catch (UnusableException fault)
        {
            why.Add("the config cannot be used: " + fault.Message);
        }
        return why;
    }

    private List<string> Step(Dictionary<string, object> step)
    {
        var why = new List<string>();
        if (!(step.At("says") is string)) why.Add("the step has no says");
        if (step.ContainsKey("reopen"))
        {
            why.AddRange(Unknown(step, " says reopen "));
            if (!true.Equals(step["reopen"])) why.Add("reopen is not true");
            why.AddRange(Open());
            return why;
        }
        why.AddRange(Unknown(step, StepMembers));
        why.AddRange(FaultsOfTime(step));
        var status = step.At("status") as string;
        if (!Verbs.All.TryGetValue(step.At("verb") as string ?? "", out var verb) || status == null)
            why.Add($"no verb \"{step.At("verb")}\", or the step has no status");
        else if (postbud == null)
            why.Add("the store is not open");
        else
            why.AddRange(Call(step, verb, status));
        return why;
    }

    /// <summary>A call without a time would be judged by the machine's clock.</summary>
    private static IEnumerable<string> FaultsOfTime(Dictionary<string, object> step)
    {
        var request = step.At("request") as Dictionary<string, object>;
        var now = request == null ? null : request.At("now") as string;
        var text = step.At("request_text") as string ?? "";
        var hasTime = !string.IsNullOrEmpty(now) || text.Contains("\"now\"");
        var always = step.ContainsKey("at_any_time");
        if (always && !true.Equals(step["at_any_time"])) yield return "at_any_time is not true";
        if (always && hasTime) yield return "the call has a time, and says at_any_time";
        if (!always && !hasTime)
            yield return "the call has no time: give its request now, or say at_any_time";
    }

    private List<string> Call(Dictionary<string, object> step, VerbMethod verb, string expected)
    {
        var why = new List<string>();
        try
        {
            var got = Ask(verb, Request(step), why);
            if (got.Status != expected) why.Add("the status differs");
            if (got.Status != "OK") why.AddRange(FaultsOfError(got.Reply));
            why.AddRange(FaultsOfReply(step, got.Reply));
            if (why.Count == 0) return why;
            var pattern = step.ContainsKey("reply") ? JsonText.Of(step["reply"]) : "nothing";
            why.Add($"expected {expected} {pattern}");
            why.Add($"got      {got.Status} {Shown(got.Reply)}");
        }
        catch (UnusableException fault)
        {
            why.Add(fault.Message);
        }
        return why;
    }

    private sealed class Answer
    {
        internal string Status;
        internal byte[] Reply;
    }

    private Answer Ask(VerbMethod verb, byte[] request, List<string> why)
    {
        try
        {
            return new Answer { Status = "OK", Reply = verb(postbud, request) };
        }
        catch (PostbudException fault)
        {
            var reply = Json.ReadOrNull(fault.Reply);
            var same = fault.Code == JsonText.Pointed(reply, "/error/code") as string
                && fault.Message == JsonText.Pointed(reply, "/error/message") as string
                && fault.Fix == JsonText.Pointed(reply, "/error/fix") as string;
            var findings = JsonText.Pointed(reply, "/error/findings") as List<object>;
            if (!same || findings == null || findings.Count != fault.Findings.Count)
                why.Add("the exception says: " + fault);
            return new Answer { Status = Name(fault.Status), Reply = Utf8.GetBytes(fault.Reply) };
        }
    }

    /// <summary>The bytes of a step's request; null when it has none.</summary>
    private byte[] Request(Dictionary<string, object> step)
    {
        var forms = new[] { "request", "request_text", "request_kept" }.Where(step.ContainsKey);
        if (forms.Count() > 1)
            throw new UnusableException(
                "a step has one request, one request_text or one request_kept");
        var form = forms.FirstOrDefault();
        if (form == null) return null;
        if (form == "request") return Utf8.GetBytes(JsonText.Of(Expanded(step[form])));
        if (!(step[form] is string text))
            throw new UnusableException("request_text and request_kept are text");
        return form == "request_text" ? Utf8.GetBytes(Expand(text)) : AsBytes(Kept(text));
    }

    /// <summary>
    /// The interface promises a code and a sentence with every failure, whatever is expected.
    /// </summary>
    private static IEnumerable<string> FaultsOfError(byte[] reply)
    {
        var whole = Parsed(reply);
        var good = new[] { "/error/code", "/error/message" }
            .All(part => !string.IsNullOrEmpty(JsonText.Pointed(whole, part) as string));
        if (!good) yield return "a failure without error.code and error.message";
    }

    private List<string> FaultsOfReply(Dictionary<string, object> step, byte[] reply)
    {
        var why = new List<string>();
        var got = Parsed(reply);
        if (step.ContainsKey("reply") && got == JsonText.Nothing)
            why.Add("the reply is not JSON");
        else if (step.ContainsKey("reply"))
            why.AddRange(JsonText.Mismatches(Expanded(step["reply"]), got, ""));
        foreach (var part in PartsOf(step))
            if (Shown(reply, reply.Length).IndexOf(part, StringComparison.Ordinal) < 0)
                why.Add("the reply does not contain " + part);
        why.AddRange(Keep(step, got));
        if (!step.ContainsKey("keep_bytes")) return why;
        if (!(step["keep_bytes"] is string name))
            throw new UnusableException("keep_bytes is not a name");
        kept[name] = reply;
        return why;
    }

    private IEnumerable<string> PartsOf(Dictionary<string, object> step)
    {
        if (!step.ContainsKey("reply_contains")) return new string[0];
        if (!(step["reply_contains"] is List<object> parts) || !parts.All(part => part is string))
            throw new UnusableException("reply_contains is not a list of text");
        return parts.Select(part => Expand((string)part));
    }

    private List<string> Keep(Dictionary<string, object> step, object got)
    {
        var why = new List<string>();
        if (!step.ContainsKey("keep")) return why;
        if (!(step["keep"] is Dictionary<string, object> keep)
            || !keep.Values.All(pointer => pointer is string))
            throw new UnusableException("keep is not an object of JSON pointers");
        foreach (var each in keep)
        {
            var value = JsonText.Pointed(got, (string)each.Value);
            if (value == null || value == JsonText.Nothing)
                why.Add("nothing to keep at " + each.Value);
            else
                kept[each.Key] = value;
        }
        return why;
    }

    /// <summary>
    /// A copy with every ${name} filled in. A text that is nothing but ${name} becomes the kept
    /// value itself, so that an object or a number can be sent back as it came.
    /// </summary>
    private object Expanded(object node)
    {
        if (node is Dictionary<string, object> members)
            return members.ToDictionary(each => each.Key, each => Expanded(each.Value));
        if (node is List<object> items) return items.Select(Expanded).ToList();
        if (!(node is string text)) return node;
        var alone = Regex.Match(text, @"\A\$\{([^}]*)\}\z");
        if (!alone.Success) return Expand(text);
        var value = Kept(alone.Groups[1].Value);
        return value is byte[] ? Expand(text) : value;
    }

    private string Expand(string text)
    {
        return Regex.Replace(text, @"\$\{([^}]*)\}",
            hit => Utf8.GetString(AsBytes(Kept(hit.Groups[1].Value))));
    }

    private object Kept(string name)
    {
        if (kept.TryGetValue(name, out var value)) return value;
        throw new UnusableException($"nothing was kept as \"{name}\"");
    }

    private static byte[] AsBytes(object value)
    {
        return value as byte[] ?? Utf8.GetBytes(value as string ?? JsonText.Of(value));
    }

    private static List<string> Unknown(Dictionary<string, object> members, string known)
    {
        return members.Keys.Where(name => !known.Contains(" " + name + " "))
            .Select(name => $"this runner does not know \"{name}\"").ToList();
    }

    private static object Parsed(byte[] reply)
    {
        try
        {
            return Json.Read(Utf8.GetString(reply));
        }
        catch (Exception fault) when (fault is FormatException || fault is ArgumentException)
        {
            return JsonText.Nothing;
        }
    }

    private static string Shown(byte[] reply, int most = 2000)
    {
        return Encoding.UTF8.GetString(reply, 0, Math.Min(reply.Length, most));
    }

    /// <summary>NotFound is NOT_FOUND in a script, as in C.</summary>
    private static string Name(PostbudStatus status)
    {
        return Verbs.Snake(status.ToString()).ToUpperInvariant();
    }
}
