"""Known answers for GSM.OPTIMISE: 60 random networks of two to five nodes, some with a z of their own, solved by trying every combination of
whole service times, straight from the definition. Run: python3 test/reference/scripts/network-plans.py > test/reference/network-plans.json"""
import json, math, random

R = random.Random(77)
calls = []
want = []
for c in range(60):
    n=R.randint(2,5); pool=R.choice(["ARCS","PATHS"]); z=round(R.uniform(.5,2.5),3)
    T=[R.randint(0,3) for _ in range(n)]; h=[round(R.uniform(0,10),3) for _ in range(n)]
    sd=[round(R.uniform(1,5),3) if R.random()<.6 else None for _ in range(n)]
    mx=[R.randint(0,3) if R.random()<.4 else None for _ in range(n)]; inb=[R.randint(0,2) if R.random()<.3 else None for _ in range(n)]
    zz=[round(R.uniform(0,3),3) if R.random()<.3 else None for _ in range(n)]
    arcs=[(i,j) for j in range(n) for i in range(j) if R.random()<.5]
    if not arcs: arcs=[(0,1)]
    var=[0]*n
    if pool=="ARCS":
        for i in reversed(range(n)): var[i]=(sd[i] or 0)**2+sum(var[j] for a,j in arcs if a==i)
    else:
        for d in range(n):
            if not sd[d]: continue
            p=[0]*n; p[d]=1
            for i in reversed(range(n)):
                if i!=d: p[i]=sum(p[j] for a,j in arcs if a==i)
            for i in range(n): var[i]+=sd[d]**2*p[i]**2
    best=[math.inf]
    S=[0]*n
    def rec(i,cost):
        if cost>=best[0]: return
        if i==n: best[0]=cost; return
        SI=max([inb[i] or 0]+[S[a] for a,j in arcs if j==i])
        for s in range(0,min(SI+T[i],mx[i] if mx[i] is not None else 10**9)+1):
            S[i]=s; rec(i+1,cost+(zz[i] if zz[i] is not None else z)*h[i]*math.sqrt(var[i])*math.sqrt(SI+T[i]-s))
    rec(0,0.0)
    calls.append(("GSM.OPTIMISE",[[[f"n{i}",T[i],h[i],sd[i],mx[i],inb[i],zz[i]] for i in range(n)],[[f"n{a}",f"n{b}"] for a,b in arcs],z,pool,"SUMMARY"])); want.append(best[0])
print(json.dumps({"provenance": "every combination of whole service times, scripts/network-plans.py", "cases": [{"args": a, "cost": w} for (_, a), w in zip(calls, want)]}))
