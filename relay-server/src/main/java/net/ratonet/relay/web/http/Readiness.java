package net.ratonet.relay.web.http;

/// Whether everything that a request may need is there.
public sealed interface Readiness {

    record Ready() implements Readiness {}

    record NotReady(String reason) implements Readiness {}
}
