package net.ratonet.relay.config;

/// Everything the operator decided.
public record RelayConfig(
        WebConfig web,
        StoreConfig store,
        HealthConfig health,
        ObsConfig obs,
        PlaceConfig place,
        FieldConfig field,
        MediaConfig media,
        Language language) {}
