package net.ratonet.relay.web;

import java.util.List;

/// What an old agent sends.
final class FieldMessages {

    static final String GPS =
            """
            {"type":"gps","data":{"lat":-23.55,"lng":-46.63,"speed_kmh":42.5,"altitude_m":760,
             "heading":90,"satellites":9,"fix":"3d"}}\
            """;

    static final List<String> ALL =
            List.of(
                    GPS,
                    """
                    {"type":"hardware","data":{"cpu_percent":40,"cpu_temp_c":60,"ram_percent":50,
                     "disk_percent":20,"battery_percent":null,"battery_charging":false}}\
                    """,
                    """
                    {"type":"network","data":{"links":[{"interface":"wwan0","type":"4g",
                     "connected":true,"rtt_ms":50,"jitter_ms":5,"packet_loss_pct":0,
                     "bandwidth_mbps":8,"score":90}]}}\
                    """,
                    """
                    {"type":"starlink","data":{"connected":true,"latency_ms":40,
                     "download_mbps":100,"upload_mbps":10,"obstruction_pct":1,"uptime_s":100}}\
                    """);

    private FieldMessages() {}
}
