package vn.quyche.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;

/** Reads a row and inserts a row, for whoever asks. */
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public final class BareResource {

    private static final Map<String, String> TABLES =
            Map.of("people", "q_directory.person", "lines", "q_audit.audit_line", "directives", "q_group.directive");

    private final DataSource pool;

    BareResource(DataSource pool) {
        this.pool = pool;
    }

    /** One row as JSON. */
    @GET
    @Path("{table}/{id}")
    public Map<String, Object> row(@PathParam("table") String table, @PathParam("id") String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from " + TABLES.get(table) + " where id = ?")) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new NotFoundException();
                }
                Map<String, Object> row = new LinkedHashMap<>();
                ResultSetMetaData columns = rows.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), rows.getObject(i));
                }
                return row;
            }
        }
    }

    /** Inserts a row and commits. */
    @POST
    @Path("rows")
    public Map<String, Object> insert(Map<String, Object> body) throws SQLException {
        String id = UUID.randomUUID().toString().substring(0, 26);
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bench_row values (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, String.valueOf(body.get("groupId")));
                insert.setString(3, String.valueOf(body.get("title")));
                insert.setString(4, String.valueOf(body.get("text")));
                insert.setString(5, String.valueOf(body.get("requirement")));
                insert.setLong(6, System.currentTimeMillis());
                insert.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return Map.of("id", id);
    }
}
