package net.ratonet.relay.web.api;

import net.ratonet.relay.control.MediaAnswer;
import net.ratonet.relay.web.http.Answer;

/// Tells a caller what became of their wish.
final class MediaAnswers {

    private MediaAnswers() {}

    /// @param done what to say when it was done
    static Answer of(MediaAnswer answer, String done) {
        return switch (answer) {
            case MediaAnswer.Done _ -> Answer.message(done);
            case MediaAnswer.Refused(var why) -> Answer.refusal(409, why);
            case MediaAnswer.Unknown(var what) -> Answer.refusal(404, what);
        };
    }
}
