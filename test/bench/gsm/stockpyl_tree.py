"""A tree by stockpyl (https://github.com/LarrySnyder/stockpyl), where it is installed: JSON in, seconds and cost out."""
import json
import sys
import time

try:
    from stockpyl.gsm_tree import optimize_committed_service_times, preprocess_tree, relabel_nodes
    from stockpyl.supply_chain_network import SupplyChainNetwork
    from stockpyl.supply_chain_node import SupplyChainNode
except ImportError:
    sys.exit(3)

given = json.load(sys.stdin)
network = SupplyChainNetwork()
for node in given["nodes"]:
    network.add_node(
        SupplyChainNode(
            node["id"],
            processing_time=node["time"],
            local_holding_cost=node["holding"],
            demand_bound_constant=given["z"],
            external_inbound_cst=0,
            **({} if node["most"] is None else {"external_outbound_cst": node["most"]}),
        )
    )
    if node["sd"] > 0 or node["most"] is not None:
        from stockpyl.demand_source import DemandSource

        network.get_node_from_index(node["id"]).demand_source = DemandSource(
            type="N", mean=0, standard_deviation=node["sd"]
        )
for a, b in given["lanes"]:
    network.add_edge(a, b)
start = time.process_time()
_, cost = optimize_committed_service_times(preprocess_tree(relabel_nodes(network)))
json.dump({"seconds": time.process_time() - start, "cost": cost}, sys.stdout)
