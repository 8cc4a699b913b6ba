package net.ratonet.relay.account;

import java.util.Locale;

/// An e-mail address as it is compared: people write their own in several ways.
public record EmailKey(String value) {

    public static EmailKey of(String email) {
        return new EmailKey(email.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "EmailKey[…]";
    }
}
