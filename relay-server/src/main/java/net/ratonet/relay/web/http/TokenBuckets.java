package net.ratonet.relay.web.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One token bucket per key, for at most so many keys: the one that was used longest ago is
/// forgotten first, which can only be generous to it. Any thread may call.
public final class TokenBuckets {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final Map<String, Bucket> buckets;

    public TokenBuckets(double perSecond, double burst, int most) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.buckets =
                new LinkedHashMap<>(64, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > most;
                    }
                };
    }

    /// Takes one token; zero says that there was one, else how long to wait for the next. A rate of
    /// zero means no limit.
    public Duration take(String key, long nowNanos) {
        if (perSecond <= 0) {
            return Duration.ZERO;
        }
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, _ -> new Bucket(burst, nowNanos)).take(nowNanos);
        }
    }

    public int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private final class Bucket {

        private double tokens;
        private long filledNanos;

        Bucket(double tokens, long nowNanos) {
            this.tokens = tokens;
            this.filledNanos = nowNanos;
        }

        Duration take(long nowNanos) {
            tokens =
                    Math.min(
                            burst,
                            tokens + perSecond * (nowNanos - filledNanos) / NANOS_PER_SECOND);
            filledNanos = nowNanos;
            if (tokens >= 1) {
                tokens -= 1;
                return Duration.ZERO;
            }
            return Duration.ofNanos(
                    Math.max(1, Math.round((1 - tokens) / perSecond * NANOS_PER_SECOND)));
        }
    }
}
