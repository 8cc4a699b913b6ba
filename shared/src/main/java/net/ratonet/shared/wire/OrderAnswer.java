package net.ratonet.shared.wire;

/// Done, or in one sentence why not.
public record OrderAnswer(String id, boolean done, String explanation) {

    public OrderAnswer {
        if (!done && explanation.isBlank()) {
            throw new IllegalArgumentException("explanation must say why the order was not done");
        }
    }
}
