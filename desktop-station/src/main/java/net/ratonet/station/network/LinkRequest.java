package net.ratonet.station.network;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import net.ratonet.station.bonding.LinkTerms;

/// What a person wants of a link, on its way to the thread that may do it.
///
/// @param refusal why not, or empty
record LinkRequest(
        String link,
        UnaryOperator<LinkTerms> change,
        CompletableFuture<Optional<String>> refusal) {}
