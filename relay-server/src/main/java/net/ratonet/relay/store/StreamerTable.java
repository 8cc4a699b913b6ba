package net.ratonet.relay.store;

import java.sql.Types;
import java.util.List;
import net.ratonet.relay.account.EmailKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/// The SQL of `streamers`.
final class StreamerTable {

    private static final String COLUMNS =
            "id, name, email, email_key, api_key_hash, pull_key, avatar_url, color, is_crown,"
                    + " socials, config, approved, created_at";

    private static final String VALUES =
            ":id, :name, :email, :emailKey, :apiKeyHash, :pullKey, :avatarUrl, :color, :isCrown,"
                    + " :socials, :config, :approved, :createdAt";

    private StreamerTable() {}

    static List<StreamerRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM streamers ORDER BY created_at, id")
                .map(ConstructorMapper.of(StreamerRow.class))
                .list();
    }

    /// False when another streamer has the e-mail.
    static boolean insert(Handle handle, StreamerRow row) {
        var sql =
                "INSERT INTO streamers (%s) VALUES (%s) ON CONFLICT (email_key) DO NOTHING"
                        .formatted(COLUMNS, VALUES);
        return bind(handle.createUpdate(sql), row)
                        .bind("emailKey", EmailKey.of(row.email()).value())
                        .execute()
                == 1;
    }

    /// For a streamer whose e-mail another one holds already.
    static void insertWithoutEmailKey(Handle handle, StreamerRow row) {
        var sql = "INSERT INTO streamers (%s) VALUES (%s)".formatted(COLUMNS, VALUES);
        bind(handle.createUpdate(sql), row).bindNull("emailKey", Types.VARCHAR).execute();
    }

    /// Everything but the e-mail and the time of registration, which never change.
    static void update(Handle handle, StreamerRow row) {
        bind(
                        handle.createUpdate(
                                """
                                UPDATE streamers SET name = :name, api_key_hash = :apiKeyHash,
                                    pull_key = :pullKey, avatar_url = :avatarUrl, color = :color,
                                    is_crown = :isCrown, socials = :socials, config = :config,
                                    approved = :approved
                                WHERE id = :id
                                """),
                        row)
                .execute();
    }

    static void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM streamers WHERE id = :id").bind("id", id).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, StreamerRow row) {
        return statement.bindMethods(row);
    }
}
