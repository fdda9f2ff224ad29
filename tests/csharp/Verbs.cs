// The verbs of the binding, found by their methods: a new one needs no line in any test.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PostbudNet;

/// <summary>Any verb by its bytes; null is no request.</summary>
internal delegate byte[] VerbMethod(Postbud postbud, byte[] request);

internal static class Verbs
{
    private static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

    /// <summary>By their names in C, such as invoice_send.</summary>
    internal static readonly Dictionary<string, VerbMethod> All = typeof(Postbud)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.Name != nameof(Postbud.Dispose))
        .ToDictionary(method => Snake(method.Name), ByBytes);

    internal static string Snake(string pascal)
    {
        return Regex.Replace(pascal, "(?<=.)([A-Z])", "_$1").ToLowerInvariant();
    }

    private static VerbMethod ByBytes(MethodInfo method)
    {
        if (method.GetParameters().Single().ParameterType == typeof(byte[]))
        {
            var judge = Bound<Func<Postbud, byte[], string>>(method);
            return (postbud, request) => Utf8.GetBytes(judge(postbud, request));
        }
        if (method.ReturnType == typeof(byte[]))
        {
            var build = Bound<Func<Postbud, string, byte[]>>(method);
            return (postbud, request) => build(postbud, Text(request));
        }
        var ask = Bound<Func<Postbud, string, string>>(method);
        return (postbud, request) => Utf8.GetBytes(ask(postbud, Text(request)));
    }

    private static T Bound<T>(MethodInfo method) where T : class
    {
        return (T)(object)Delegate.CreateDelegate(typeof(T), method);
    }

    private static string Text(byte[] request)
    {
        return request == null ? null : Utf8.GetString(request);
    }
}
