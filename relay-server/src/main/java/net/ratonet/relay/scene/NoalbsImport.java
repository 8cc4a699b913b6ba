package net.ratonet.relay.scene;

import java.util.List;
import net.ratonet.relay.health.Sentence;

/// What a NOALBS configuration becomes here, and what of it does not carry over.
public record NoalbsImport(ObsSettings settings, List<Sentence> notTakenOver) {

    public NoalbsImport {
        notTakenOver = List.copyOf(notTakenOver);
    }
}
