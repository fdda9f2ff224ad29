namespace PostbudNet
{
    /// <summary>What the caller does next. The numbers never change.</summary>
    public enum PostbudStatus
    {
        /// <summary>Done.</summary>
        Ok = 0,

        /// <summary>Fix the program: the native library is of another ABI version.</summary>
        Misuse = 1,

        /// <summary>Fix the data: the findings name every field at fault.</summary>
        Invalid = 2,

        /// <summary>No such company, customer, document, lease or delivery.</summary>
        NotFound = 3,

        /// <summary>
        /// The state does not allow it, or the number was used for something else.
        /// </summary>
        Conflict = 4,

        /// <summary>
        /// Finish the step that the error names first: registration, verification, agreement.
        /// </summary>
        NotReady = 5,

        /// <summary>Try again later.</summary>
        Unavailable = 6,

        /// <summary>A person looks: it is not allowed.</summary>
        Refused = 7,

        /// <summary>The store failed; the call changed nothing.</summary>
        Storage = 8,

        /// <summary>A fault of postbud itself; the call changed nothing.</summary>
        Panic = 9,
    }
}
