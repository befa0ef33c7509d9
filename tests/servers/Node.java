import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node in one process, so that a test can kill it by its id.
 *
 * Arguments: folder, cluster name, number of this node, HTTP port, transport port,
 * names of all nodes and their transport addresses (both with commas).
 * It ends when its standard input does.
 */
public class Node {
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        String name = "node" + arguments[2];
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("node.name", name);
            settings.put("http.port", arguments[3]);
            settings.put("transport.port", arguments[4]);
            settings.put("network.host", "127.0.0.1");
            settings.putList("cluster.initial_cluster_manager_nodes", arguments[5].split(","));
            settings.putList("discovery.seed_hosts", arguments[6].split(","));
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        });
        runner.build(OpenSearchRunner.newConfigs()
            .basePath(folder.toString()).clusterName(arguments[1]).numOfNode(1).disableESLogger());
        System.out.println("started");
        while (System.in.read() >= 0) { }
        runner.close();
    }
}
