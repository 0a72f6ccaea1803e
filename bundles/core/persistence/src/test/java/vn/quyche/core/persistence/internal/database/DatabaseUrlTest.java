package vn.quyche.core.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    private static final Map<String, String> PROPERTIES = Map.of("quyche.data", "/srv/quy che$1");

    @Test
    void fillsPlacesAndChoosesTheDriver() {
        DatabaseUrl derby = DatabaseUrl.of("jdbc:derby:${quyche.data}/db;create=true", PROPERTIES::get);
        DatabaseUrl postgres = DatabaseUrl.of("jdbc:postgresql://db.example/school", PROPERTIES::get);

        assertThat(derby.url()).isEqualTo("jdbc:derby:/srv/quy che$1/db;create=true");
        assertThat(derby.factoryFilter()).contains("AutoloadedDriver");
        assertThat(derby.isPostgres()).isFalse();
        assertThat(postgres.factoryFilter()).contains("org.postgresql.Driver");
        assertThat(postgres.isPostgres()).isTrue();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:derby:${nowhere}/db", PROPERTIES::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${nowhere}");
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:mysql://db.example/school", PROPERTIES::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql:");
        assertThatThrownBy(() -> DatabaseUrl.of("", PROPERTIES::get)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoPassword() {
        assertThat(DatabaseUrl.of("jdbc:postgresql://db.example/school?user=a&password=secret", PROPERTIES::get)
                        .shown())
                .isEqualTo("jdbc:postgresql://db.example/school");
        assertThat(DatabaseUrl.of("jdbc:postgresql://a:secret@db.example/school", PROPERTIES::get)
                        .shown())
                .isEqualTo("jdbc:postgresql://db.example/school");
        assertThat(DatabaseUrl.of("jdbc:derby:/srv/db;bootPassword=secret", PROPERTIES::get)
                        .shown())
                .isEqualTo("jdbc:derby:/srv/db");
    }
}
