package net.ratonet.relay.config;

/// Which reverse geocoder names places, and the contact address that its rules ask for.
public record PlaceConfig(String providerUrl, String contact, String language) {

    /// Without a contact address no provider is ever asked.
    public boolean isOn() {
        return !contact.isEmpty();
    }
}
