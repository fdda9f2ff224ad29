// Sends one invoice, and shows which way it goes, why, and what was found.
//
//   $ mcs -main:SendInvoice -r:System.Runtime.Serialization -out:target/SendInvoice.exe examples/csharp/SendInvoice.cs bindings/csharp/*.cs bindings/csharp/Verbs/*.cs
//   $ LD_LIBRARY_PATH=target/release mono target/SendInvoice.exe
//
// Any JSON library will do; this one comes with .NET and shows JSON as XML.
using System;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using PostbudNet;

internal static class SendInvoice
{
    private static int Main()
    {
        // In memory, and with the moment to judge at in each request, as no real program has it.
        using (var office = Postbud.Open("{\"store\": \":memory:\", \"allow_now\": true}"))
        try
        {
            office.CompanyRegister(File.ReadAllText("examples/data/company.json"));
            office.CustomerPut(File.ReadAllText("examples/data/customer.json"));
            var reply = office.InvoiceSend(File.ReadAllText("examples/data/invoice.json"));

            var sent = Parsed(reply);
            Console.WriteLine($"{sent["state"].InnerText}, by {sent["channel"].InnerText}");
            foreach (XmlElement step in sent["decision"]["trace"])
                Console.WriteLine($"{step["step"].InnerText} is {step["result"].InnerText}"
                    + $" ({step["code"].InnerText}): {step["message"].InnerText}");
            foreach (var found in PostbudFinding.In(reply))
                Console.WriteLine(
                    $"{found.Severity} at {found.Path} ({found.Rule}): {found.Message}");
            return 0;
        }
        catch (PostbudException fault)
        {
            // Its findings stand in fault.Findings.
            Console.WriteLine($"{fault.Code}: {fault.Message}");
            return (int)fault.Status;
        }
    }

    private static XmlElement Parsed(string json)
    {
        var document = new XmlDocument();
        document.Load(JsonReaderWriterFactory.CreateJsonReader(
            Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max));
        return document.DocumentElement;
    }
}
