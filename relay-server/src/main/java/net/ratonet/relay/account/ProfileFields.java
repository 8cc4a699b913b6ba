package net.ratonet.relay.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.ratonet.shared.wire.JsonFields;

/// The checks that registering and changing a profile have in common.
final class ProfileFields {

    static final int LONGEST_URL = 2_048;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_SOCIAL = 300;
    private static final int MOST_SOCIALS = 20;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    /// Only a sanity check: whether mail arrives is for the operator to find out.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s\\p{Cntrl}@<>(),;:\\\\\"]{1,64}@[^\\s\\p{Cntrl}@<>(),;:\\\\\".]+"
                            + "(\\.[^\\s\\p{Cntrl}@<>(),;:\\\\\".]+)+");

    /// Control characters, and those that turn the writing direction of what follows a name.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Set<String> WEB = Set.of("http", "https");

    private ProfileFields() {}

    static String name(JsonFields in) {
        return label(in, "name", in.text("name", LONGEST_NAME));
    }

    /// A text that people read on one line.
    static String label(JsonFields in, String field, String given) {
        var label = given.strip();
        if (label.isEmpty()) {
            in.refuse(field, "must not be empty");
        } else if (INVISIBLE.matcher(label).find()) {
            in.refuse(field, "must not contain control characters");
        }
        return label;
    }

    static String email(JsonFields in) {
        var email = in.text("email", LONGEST_EMAIL).strip();
        if (!EMAIL.matcher(email).matches()) {
            in.refuse("email", "must be an e-mail address");
        }
        return email;
    }

    static String avatarUrl(JsonFields in, String given) {
        var url = given.strip();
        if (!url.isEmpty() && !isWebUrl(url)) {
            in.refuse("avatar_url", "must be empty or start with https:// or http://");
        }
        return url;
    }

    static String color(JsonFields in, String given) {
        if (!COLOR.matcher(given).matches()) {
            in.refuse("color", "must look like " + Registration.DEFAULT_COLOR);
        }
        return given.toLowerCase(Locale.ROOT);
    }

    static List<String> socials(JsonFields in) {
        var socials =
                in.texts("socials", MOST_SOCIALS, LONGEST_SOCIAL).stream()
                        .map(String::strip)
                        .toList();
        if (!socials.stream().allMatch(ProfileFields::isSocial)) {
            in.refuse("socials", "may hold names like @ana, and URLs with https:// or http://");
        }
        return socials;
    }

    /// A name, or an address of the web; never another scheme, because pages make links of them.
    static boolean isSocial(String text) {
        return !text.isEmpty()
                && !INVISIBLE.matcher(text).find()
                && (text.indexOf(':') < 0 || isWebUrl(text));
    }

    private static boolean isWebUrl(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && WEB.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
