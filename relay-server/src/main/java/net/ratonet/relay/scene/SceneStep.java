package net.ratonet.relay.scene;

import java.util.Optional;

/// What the director knows after an event, and what it wants done.
public record SceneStep(DirectorState next, Optional<SceneOrder> order) {}
