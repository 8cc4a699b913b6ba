package net.ratonet.relay.config;

/// Everything the operator decided.
///
/// @param requestsPerSecond from one network or one key; 0 means no limits at all
public record RelayConfig(
        WebConfig web,
        StoreConfig store,
        HealthConfig health,
        ObsConfig obs,
        PlaceConfig place,
        FieldConfig field,
        MediaConfig media,
        Language language,
        int requestsPerSecond) {}
