package net.ratonet.relay.channel;

import java.util.regex.Pattern;

/// Names something that a streamer has brought for their slate. Made by the relay, so that no name
/// from outside ever becomes a name of a file.
public record AssetId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public AssetId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("asset id must be 16 hexadecimal digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
