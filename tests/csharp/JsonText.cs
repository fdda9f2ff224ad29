// What the tests need of JSON beyond reading it: writing, pointing and comparing.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PostbudNet;

internal static class JsonText
{
    /// <summary>What is not there, since null is JSON's null.</summary>
    internal static readonly object Nothing = new object();

    /// <summary>
    /// As the library writes it, so that reply_contains means the same in every runner.
    /// </summary>
    internal static string Of(object value)
    {
        if (value == null) return "null";
        if (value is bool) return true.Equals(value) ? "true" : "false";
        if (value is JsonNumber number) return number.Text;
        if (value is string text) return Quoted(text);
        if (value is List<object> items) return "[" + string.Join(",", items.Select(Of)) + "]";
        if (!(value is Dictionary<string, object> members)) return "nothing";
        return "{" + string.Join(",", members.Select(each => Member(each.Key, each.Value))) + "}";
    }

    /// <summary>A member of an object that may be missing itself, or null.</summary>
    internal static object At(this Dictionary<string, object> members, string name)
    {
        object value = null;
        if (members != null) members.TryGetValue(name, out value);
        return value;
    }

    /// <summary>
    /// What a JSON pointer leads to: "/deliveries/0/lease", ~1 for a slash and ~0 for a tilde.
    /// </summary>
    internal static object Pointed(object node, string pointer)
    {
        if (pointer != "" && pointer[0] != '/') return Nothing;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var key = step.Replace("~1", "/").Replace("~0", "~");
            var items = node as List<object>;
            var members = node as Dictionary<string, object>;
            if (items != null && int.TryParse(key, NumberStyles.None, null, out var place)
                && place < items.Count)
                node = items[place];
            else if (members == null || !members.TryGetValue(key, out node))
                return Nothing;
        }
        return node;
    }

    /// <summary>
    /// Every expected member must be there and match; what the reply has beyond is its own.
    /// </summary>
    internal static IEnumerable<string> Mismatches(object expected, object got, string path)
    {
        if ("*".Equals(expected) && got != null && got != Nothing) return new string[0];
        if (expected is Dictionary<string, object> members
            && got is Dictionary<string, object> found)
            return members
                .Where(each => !("$absent".Equals(each.Value) && found.At(each.Key) == null))
                .SelectMany(each => Mismatches(
                    each.Value, Pointed(found, "/" + Key(each.Key)), path + "/" + each.Key));
        if (expected is List<object> items && got is List<object> values
            && items.Count == values.Count)
            return items.SelectMany((item, place) => Mismatches(
                item, values[place], path + "/" + place));
        if (Alike(expected, got)) return new string[0];
        return new[] { $"{(path == "" ? "/" : path)}: expected {Of(expected)}, got {Of(got)}" };
    }

    private static bool Alike(object expected, object got)
    {
        if (expected is JsonNumber number && got is JsonNumber other)
            return Worth(number).Equals(Worth(other));
        if (expected is Dictionary<string, object> || expected is List<object>) return false;
        return Equals(expected, got);
    }

    private static double Worth(JsonNumber number)
    {
        return double.Parse(number.Text, CultureInfo.InvariantCulture);
    }

    private static string Member(string name, object value)
    {
        return Quoted(name) + ":" + Of(value);
    }

    private static string Key(string name)
    {
        return name.Replace("~", "~0").Replace("/", "~1");
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
        {
            if (sign == '"' || sign == '\\') quoted.Append('\\').Append(sign);
            else if (sign == '\n') quoted.Append("\\n");
            else if (sign == '\r') quoted.Append("\\r");
            else if (sign == '\t') quoted.Append("\\t");
            else if (sign < ' ') quoted.Append($"\\u{(int)sign:x4}");
            else quoted.Append(sign);
        }
        return quoted.Append('"').ToString();
    }
}
