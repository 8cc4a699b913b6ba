package net.ratonet.relay.output.programme;

import net.ratonet.relay.output.slate.SlateOffer;

/// What a programme shows, and why.
///
/// @param held whether nothing changes by itself, because somebody asked for that
/// @param slate what there is to show while nothing comes
public record ProgrammeState(AirPhase phase, boolean held, SlateOffer slate) {

    static final ProgrammeState FIRST =
            new ProgrammeState(new AirPhase.Waiting(), false, new SlateOffer.Preparing());
}
