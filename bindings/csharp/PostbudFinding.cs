using System;
using System.Collections.Generic;

namespace PostbudNet
{
    /// <summary>One thing found wrong. What does not apply is null.</summary>
    public sealed class PostbudFinding
    {
        /// <summary>
        /// The findings of a reply, in its order: those of a good one such as a draft's or a
        /// document's, and those of a failure. A reply that has none gives none.
        /// </summary>
        /// <param name="reply">What a verb returned.</param>
        /// <exception cref="FormatException">It is not JSON.</exception>
        /// <exception cref="ArgumentNullException">It is null.</exception>
        public static IReadOnlyList<PostbudFinding> In(string reply)
        {
            if (reply == null) throw new ArgumentNullException(nameof(reply));
            var whole = new Members(Json.Read(reply));
            var error = whole.Value("error");
            return In(error == null ? whole : new Members(error));
        }

        internal static IReadOnlyList<PostbudFinding> In(Members of)
        {
            var findings = new List<PostbudFinding>();
            foreach (var finding in of.List("findings"))
                findings.Add(new PostbudFinding(new Members(finding)));
            return findings.AsReadOnly();
        }

        private PostbudFinding(Members finding)
        {
            Layer = finding.Text("layer");
            Rule = finding.Text("rule");
            Severity = finding.Text("severity");
            Path = finding.Text("path");
            Value = finding.Text("value");
            XPath = finding.Text("xpath");
            Term = finding.Text("term");
            HostKey = finding.Text("host_key");
            Message = finding.Text("message");
            Fix = finding.Text("fix");
            Count = finding.Number("count");
        }

        /// <summary>request, schema, en16931 or peppol.</summary>
        public string Layer { get; }

        /// <summary>Official rule id, or a code of postbud's own. It never changes.</summary>
        public string Rule { get; }

        /// <summary>fatal, warning or information.</summary>
        public string Severity { get; }

        /// <summary>JSON Pointer into the request: the field at fault.</summary>
        public string Path { get; }

        /// <summary>The offending value; long ones are cut.</summary>
        public string Value { get; }

        /// <summary>Place in the document.</summary>
        public string XPath { get; }

        /// <summary>Business term of EN 16931, such as BT-10.</summary>
        public string Term { get; }

        /// <summary>The host's own key of the invoice, line or customer.</summary>
        public string HostKey { get; }

        /// <summary>What is wrong, as a sentence in the language of the call.</summary>
        public string Message { get; }

        /// <summary>What to do about it.</summary>
        public string Fix { get; }

        /// <summary>How often.</summary>
        public long Count { get; }

        /// <summary>In one line: place, value, what is wrong and what to do.</summary>
        public override string ToString()
        {
            return $"{Path ?? XPath} {Value} ({Rule}): {Message} {Fix}";
        }
    }
}
