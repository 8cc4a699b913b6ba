package net.ratonet.relay.scene;

import net.ratonet.relay.health.Sentence;

/// Why there is no connection to OBS.
public sealed interface ObsClosure {

    Sentence sentence();

    /// OBS cannot be reached, or went away.
    record Lost(String address, String why) implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence("Sem conexão com o OBS em %s: %s", "No connection to OBS at %s: %s")
                    .with(address, why);
        }
    }

    record WrongPassword(String address) implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence(
                            "O OBS em %s recusou a senha. Confira em Ferramentas → Configurações do"
                                    + " servidor WebSocket",
                            "OBS at %s refused the password. Check Tools → WebSocket Server"
                                    + " Settings")
                    .with(address);
        }
    }

    /// Somebody at OBS ended the session on purpose.
    record Kicked(String address) implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence(
                            "O OBS em %s encerrou esta sessão de propósito. O relay só reconecta"
                                    + " quando alguém pedir",
                            "OBS at %s ended this session on purpose. The relay reconnects only"
                                    + " when somebody asks")
                    .with(address);
        }
    }

    record Incompatible(String address) implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence(
                            "O OBS em %s não fala obs-websocket 5. Atualize para o OBS 28 ou mais"
                                    + " novo",
                            "OBS at %s does not speak obs-websocket 5. Update to OBS 28 or newer")
                    .with(address);
        }
    }
}
