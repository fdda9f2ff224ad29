// What a verb throws: the status says what to do next, the findings name every fault.
using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace PostbudNet
{
    /// <summary>Thrown for every status but Ok.</summary>
    [Serializable]
    public sealed class PostbudException : Exception
    {
        /// <summary>Reads a failure. Public so that a host can test how it treats one.</summary>
        /// <param name="status">What the caller does next.</param>
        /// <param name="reply">The failed call's reply as JSON.</param>
        public PostbudException(PostbudStatus status, string reply)
            : this(status, reply, ErrorIn(reply))
        {
        }

        private PostbudException(PostbudStatus status, string reply, Members error)
            : base(error.Text("message") ?? $"postbud answered {status} and did not say why.")
        {
            Status = status;
            Reply = reply;
            Code = error.Text("code") ?? "";
            Fix = error.Text("fix") ?? "";
            Findings = PostbudFinding.In(error);
        }

        /// <summary>What the caller does next.</summary>
        public PostbudStatus Status { get; }

        /// <summary>
        /// The stable code of the error, such as "organisation_number_check_digit"; Message, its
        /// sentence, may change between versions.
        /// </summary>
        public string Code { get; }

        /// <summary>The next step, as a sentence in the language of the call.</summary>
        public string Fix { get; }

        /// <summary>Everything behind the error, in the order of the request.</summary>
        public IReadOnlyList<PostbudFinding> Findings { get; }

        /// <summary>
        /// The whole reply as JSON: <c>{"error": {"code", "message", "fix", "findings"}}</c>.
        /// </summary>
        public string Reply { get; }

        /// <summary>With code, next step and findings, as a log needs them.</summary>
        public override string ToString()
        {
            var lines = new List<string> { $"{Status} {Code}: {Message} {Fix}" };
            foreach (var finding in Findings) lines.Add("  " + finding);
            lines.Add(base.ToString());
            return string.Join(Environment.NewLine, lines);
        }

        private static Members ErrorIn(string reply)
        {
            return new Members(new Members(Json.ReadOrNull(reply)).Value("error"));
        }

#if !NET8_0_OR_GREATER
        // .NET Framework carries exceptions between application domains; later runtimes have none.
        private PostbudException(SerializationInfo info, StreamingContext context)
            : this((PostbudStatus)info.GetInt32(nameof(Status)), info.GetString(nameof(Reply)))
        {
        }

        /// <summary>Lets the exception cross to another application domain.</summary>
        public override void GetObjectData(SerializationInfo info, StreamingContext context)
        {
            base.GetObjectData(info, context);
            info.AddValue(nameof(Status), (int)Status);
            info.AddValue(nameof(Reply), Reply);
        }
#endif
    }
}
