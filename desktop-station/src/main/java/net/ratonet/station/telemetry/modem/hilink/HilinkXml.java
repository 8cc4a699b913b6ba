package net.ratonet.station.telemetry.modem.hilink;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.ratonet.shared.wire.Decoded;

/// The flat XML of HiLink: one element around named texts. Takes no DTD.
///
/// @param root `response`, or `error`
record HilinkXml(String root, Map<String, String> values) {

    HilinkXml {
        values = Map.copyOf(values);
    }

    static Decoded<HilinkXml> parse(String text) {
        try {
            return new Decoded.Accepted<>(read(text.strip()));
        } catch (XMLStreamException _) {
            return new Decoded.Malformed<>("not XML");
        }
    }

    /// The body of a question that changes something. Values hold digits and letters only, but for
    /// a name of a user, so there is nothing to escape.
    static String request(Map<String, String> values) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><request>");
        values.forEach((name, value) -> out.append("<%1$s>%2$s</%1$s>".formatted(name, value)));
        return out.append("</request>").toString();
    }

    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /// The code of an error, or 0.
    int error() {
        var code = text("code");
        return root.equals("error") && code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0;
    }

    private static HilinkXml read(String text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var in = factory.createXMLStreamReader(new StringReader(text));
        var root = "";
        var name = "";
        var values = new HashMap<String, String>();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    name = in.getLocalName();
                    root = root.isEmpty() ? name : root;
                }
                case XMLStreamConstants.CHARACTERS ->
                        values.merge(name, in.getText(), String::concat);
                case XMLStreamConstants.END_ELEMENT -> name = "";
                default -> {}
            }
        }
        return new HilinkXml(root, values);
    }
}
