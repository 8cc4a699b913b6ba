package net.ratonet.relay.channel;

import net.ratonet.relay.config.Language;

/// How a streamer wants their slate.
///
/// @param displayName the name on the relay's own picture; empty for the account's
/// @param ownAudio whether the sound of clips is heard; otherwise the slate is silent
public record SlateSettings(
        Language language, String displayName, SlatePicture picture, boolean ownAudio) {

    public static final int LONGEST_NAME = 60;

    public SlateSettings {
        if (displayName.codePointCount(0, displayName.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("display_name must have at most 60 characters");
        }
    }

    public static SlateSettings standard(Language language) {
        return new SlateSettings(language, "", new SlatePicture.Standard(), false);
    }

    /// The same under another name.
    public SlateSettings named(String name) {
        return new SlateSettings(language, name, picture, ownAudio);
    }
}
