package net.ratonet.lab.bench;

/// Who an agent is.
record Credentials(String streamerId, String apiKey, String pullKey) {

    @Override
    public String toString() {
        return streamerId;
    }
}
