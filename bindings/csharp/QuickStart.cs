// Is anything wrong with this company? A draft is checked and nothing is stored.
//
//   QuickStart      exit 0: the faults were found, mended and gone, 1: something else came
using System;
using PostbudNet;

internal static class QuickStart
{
    private const string Company =
        "\"country\": \"NO\", \"organisation_number\": \"987654326\", \"name\": \"Nordlys AS\","
        + " \"company_form\": \"AS\", \"email\": \"post(at)nordlys.example.no\","
        + " \"phone\": \"+47 22 00 00 00\", \"bank_account\": \"8601.11.17947\","
        + " \"address\": {\"street\": \"Storgata 1\", \"post_code\": \"0155\","
        + " \"place\": \"Oslo\"}, \"exchange_user\": {\"kind\": \"new\","
        + " \"name\": \"Kari Nordmann\", \"email\": \"kari@nordlys.example.no\","
        + " \"phone\": \"+47 90 00 00 00\"}, \"terms\": {\"accepted\": true,"
        + " \"version\": \"2026-01\", \"accepted_by\": \"Kari Nordmann\"}";

    private static int Main()
    {
        Console.WriteLine("postbud " + Postbud.LibraryVersion);
        using (var postbud = Postbud.Open("{\"store\": \":memory:\"}"))
        {
            // A draft tells its faults in a reply ...
            var draft = postbud.CompanyRegister("{\"draft\": true, " + Company + "}");
            foreach (var finding in PostbudFinding.In(draft))
                Console.WriteLine($"{finding.Path} = {finding.Value}: {finding.Message}");

            // ... and where something would be stored they are an exception.
            try
            {
                postbud.CompanyRegister("{" + Company + "}");
                return 1;
            }
            catch (PostbudException fault) when (fault.Status == PostbudStatus.Invalid)
            {
                Console.WriteLine($"{fault.Code}: {fault.Fix}");
            }

            var mended = Company.Replace("987654326", "987654325").Replace("(at)", "@");
            var registered = postbud.CompanyRegister("{" + mended + "}");
            Console.WriteLine(registered);
            return PostbudFinding.In(registered).Count;
        }
    }
}
